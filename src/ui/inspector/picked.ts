// What a picker of resources shows as picked: a group stands for its resources when all of them are.
import { groupsByGuid } from '../../edit/group.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import { groupKey } from '../shell/find-targets.ts';

export interface Picked {
  /** As the target has it that picks the same. */
  readonly key: string;
  readonly guids: readonly Guid[];
  /** The name of the group; undefined: it is a single resource. */
  readonly group?: string;
}

/** Picked resources in their order, whole groups of several in place of their resources. */
export function foldPicked({ groups }: Pick<Experiment, 'groups'>, guids: readonly Guid[]): readonly Picked[] {
  const picked = new Set(guids);
  const placeOf = groupsByGuid({ groups });
  const folded = new Map<string, Picked>();
  for (const guid of guids) {
    const place = placeOf.get(guid);
    const group = place === undefined ? undefined : groups[place]!;
    const isWhole = group && group.guids.length > 1 && group.guids.every((member) => picked.has(member));
    const key = isWhole ? groupKey(place!) : String(guid);
    folded.set(key, { key, guids: isWhole ? group.guids : [guid], ...(isWhole && { group: group.name }) });
  }
  return [...folded.values()];
}

/** Those picked after some were picked: they are added where any of them was missing, else they are taken out. */
export function togglePicked(picked: readonly Guid[], guids: readonly Guid[]): readonly Guid[] {
  const fresh = guids.filter((guid) => !picked.includes(guid));
  return fresh.length > 0 ? [...picked, ...fresh] : picked.filter((guid) => !guids.includes(guid));
}
