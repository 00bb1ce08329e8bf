// Which resources a gate looks at. NEPI: get_connected, and the properties that follow connections further.
import type { Requirement, Resource } from '../../model/experiment.ts';
import type { Catalog } from '../../model/rtype.ts';
import type { Guid } from '../../model/units.ts';

export interface Connections {
  readonly catalog: Catalog;
  readonly resource: (guid: Guid) => Resource | undefined;
  readonly neighbours: (guid: Guid) => readonly Guid[];
}

/** The connected resources that count for a gate: of its type, or at the end of its path; in order of guid. */
export function gateMembers(connections: Connections, guid: Guid, requirement: Requirement): readonly Guid[] {
  const path = requirement.path ?? [requirement.type!];
  let reached: readonly Guid[] = [guid];
  for (const type of path) {
    const next = new Set<Guid>();
    for (const from of reached) {
      for (const to of connections.neighbours(from)) {
        const resource = connections.resource(to);
        if (resource && connections.catalog.isSubtype(resource.rtype, type)) next.add(to);
      }
    }
    reached = [...next];
  }
  return reached.toSorted((a, b) => a - b);
}
