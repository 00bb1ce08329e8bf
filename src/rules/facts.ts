// What the rules look things up in; made once for a check.
import { resourcesByGuid, type Behavior, type Experiment, type Resource, type Step } from '../model/experiment.ts';
import { resourceWithGuid } from '../model/resource-name.ts';
import { mergeBehavior, withUserTypes, type Catalog, type ResourceType } from '../model/rtype.ts';
import { defaultScript } from '../model/script.ts';
import type { Guid } from '../model/units.ts';
import { analyseProgress, type Progress } from './progress/progress.ts';

export interface Facts {
  readonly experiment: Experiment;
  /** NEPI's types and the experiment's own. */
  readonly catalog: Catalog;
  /** NEPI's types alone. */
  readonly builtin: Catalog;
  /** The experiment's script, or the one that runs in its place. */
  readonly script: readonly Step[];
  readonly resource: (guid: Guid) => Resource | undefined;
  readonly typeOf: (resource: Resource) => ResourceType | undefined;
  /** What the type says and the resource replaces. */
  readonly behaviorOf: (resource: Resource) => Behavior;
  /** Who is connected, in order of guid, each once; never the resource itself. */
  readonly neighbours: (guid: Guid) => readonly Guid[];
  /** The resource in a sentence: `server (guid 3)`, or `Ping 3` when it has no label of its own. */
  readonly name: (guid: Guid) => string;
  /** Several: `a, b and 3 more`. */
  readonly names: (guids: readonly Guid[]) => string;
  /** What can ever happen; worked out when first asked for. */
  readonly progress: () => Progress;
}

const NOBODY: readonly Guid[] = [];
const NOTHING: Behavior = {};

export function gatherFacts(experiment: Experiment, builtin: Catalog): Facts {
  const catalog = withUserTypes(builtin, experiment.types);
  const byGuid = resourcesByGuid(experiment.resources);
  const neighbours = connectedGuids(experiment);
  const behaviors = new Map<Guid, Behavior>();
  let progress: Progress | undefined;
  const facts: Facts = {
    experiment,
    catalog,
    builtin,
    script: experiment.script ?? defaultScript(experiment, builtin),
    resource: (guid) => byGuid.get(guid),
    typeOf: (resource) => catalog.get(resource.rtype),
    behaviorOf(resource) {
      const ofType = catalog.get(resource.rtype)?.behavior ?? NOTHING;
      if (!resource.behavior) return ofType;
      let behavior = behaviors.get(resource.guid);
      if (!behavior) {
        behavior = mergeBehavior(ofType, resource.behavior);
        behaviors.set(resource.guid, behavior);
      }
      return behavior;
    },
    neighbours: (guid) => neighbours.get(guid) ?? NOBODY,
    name(guid) {
      const resource = byGuid.get(guid);
      if (!resource) return `guid ${guid}`;
      return resourceWithGuid(resource);
    },
    names(guids) {
      const shown = guids.slice(0, guids.length > 4 ? 3 : 4).map((guid) => facts.name(guid));
      const rest = guids.length - shown.length;
      if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
      return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('');
    },
    progress: () => (progress ??= analyseProgress(facts)),
  };
  return facts;
}

function connectedGuids(experiment: Experiment): ReadonlyMap<Guid, readonly Guid[]> {
  const sets = new Map<Guid, Set<Guid>>();
  const add = (from: Guid, to: Guid) => {
    const set = sets.get(from);
    if (set) set.add(to);
    else sets.set(from, new Set([to]));
  };
  for (const [a, b] of experiment.connections) {
    if (a === b) continue;
    add(a, b);
    add(b, a);
  }
  return new Map([...sets].map(([guid, set]) => [guid, [...set].sort((a, b) => a - b)]));
}
