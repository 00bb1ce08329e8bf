// Where a connection or a condition that is being drawn may end.
import { connectionProblem } from '../../../catalog/connections.ts';
import { connectionKey } from '../../../edit/edit.ts';
import { type Connection, type Experiment, resourcesByGuid } from '../../../model/experiment.ts';
import type { Catalog } from '../../../model/rtype.ts';
import type { Guid } from '../../../model/units.ts';
import type { WireKind } from '../view/graph-store.ts';

/** Why what is drawn from some cards can't end at this one; undefined when it can. */
export function wireProblem(
  experiment: Experiment,
  catalog: Catalog,
  wire: { readonly kind: WireKind; readonly from: readonly Guid[] },
  target: Guid,
): string | undefined {
  if (wire.kind === 'condition') {
    return wire.from.every((guid) => guid === target) ? "A resource can't wait for itself" : undefined;
  }
  if (allowedConnections(experiment, catalog, wire.from, target).length > 0) return undefined;
  const others = wire.from.filter((guid) => guid !== target);
  if (others.length === 0) return "A resource can't be connected to itself";
  const byGuid = resourcesByGuid(experiment.resources);
  for (const guid of others) {
    const problem = connectionProblem(catalog, byGuid.get(guid)!.rtype, byGuid.get(target)!.rtype);
    if (problem) return problem;
  }
  return 'These are connected already';
}

/** Why it can't end at a card that stands for these: undefined when it can at one of them. */
export function wireProblemAt(
  experiment: Experiment,
  catalog: Catalog,
  wire: { readonly kind: WireKind; readonly from: readonly Guid[] },
  targets: readonly Guid[],
): string | undefined {
  if (targets.length > 1 && wire.from.every((guid) => targets.includes(guid))) return 'A group is not tied to itself';
  const problems = targets.map((target) => wireProblem(experiment, catalog, wire, target));
  return problems.includes(undefined) ? undefined : problems[0];
}

/** The connections that drawing from some cards to another makes: none to itself, none twice, none that NEPI refuses. */
export function allowedConnections(
  experiment: Experiment,
  catalog: Catalog,
  from: readonly Guid[],
  target: Guid,
): readonly Connection[] {
  const byGuid = resourcesByGuid(experiment.resources);
  const known = new Set(experiment.connections.map(connectionKey));
  const to = byGuid.get(target);
  if (!to) return [];
  return from.flatMap((guid): Connection[] => {
    const resource = byGuid.get(guid);
    if (!resource || guid === target || known.has(connectionKey([guid, target]))) return [];
    return connectionProblem(catalog, resource.rtype, to.rtype) === undefined ? [[guid, target]] : [];
  });
}
