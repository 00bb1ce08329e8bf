// What a picker of resources shows as picked: a group stands for its resources when all of them are.
import { groupsByGuid } from '../../edit/group.ts';
import { type Experiment, type Resource } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import { resourceName } from '../../model/resource-name.ts';
import { shownText } from '../../model/visible-text.ts';
import { groupKey } from './find-targets.ts';

export interface Picked {
  /** As the target has it that picks the same. */
  readonly key: string;
  readonly guids: readonly Guid[];
  /** The name of the group; undefined: it is a single resource, or several of a type. */
  readonly group?: string;
  /** The type of several that stand together only because they are many. */
  readonly rtype?: string;
}

/** More would hide what is beside them. */
const MOST_PICKED = 6;

/** Picked resources in their order, whole groups of several in place of their resources. */
export function foldPicked({ groups }: Pick<Experiment, 'groups'>, guids: readonly Guid[]): readonly Picked[] {
  const picked = new Set(guids);
  const placeOf = groupsByGuid({ groups });
  const folded = new Map<string, Picked>();
  for (const guid of guids) {
    const place = placeOf.get(guid);
    const group = place === undefined ? undefined : groups[place]!;
    // One of many is enough to know it of.
    if (group && folded.has(groupKey(place!))) continue;
    const isWhole = group && group.guids.length > 1 && group.guids.every((member) => picked.has(member));
    const key = isWhole ? groupKey(place!) : String(guid);
    folded.set(key, { key, guids: isWhole ? group.guids : [guid], ...(isWhole && { group: shownText(group.name) }) });
  }
  return [...folded.values()];
}

/** Where there are many: those of a type as one, each type where its first one was. */
export function foldByType(picked: readonly Picked[], rtypeOf: (guid: Guid) => string | undefined): readonly Picked[] {
  if (picked.length <= MOST_PICKED) return picked;
  const folded = new Map<string, Picked[]>();
  for (const one of picked) {
    const rtype = one.group === undefined ? rtypeOf(one.guids[0]!) : undefined;
    const key = rtype === undefined ? one.key : `type ${rtype}`;
    const list = folded.get(key);
    if (list) list.push(one);
    else folded.set(key, [one]);
  }
  return [...folded].map(([key, list]) => {
    const rtype = list.length > 1 ? rtypeOf(list[0]!.guids[0]!) : undefined;
    return rtype === undefined ? list[0]! : { key, rtype, guids: list.flatMap(({ guids }) => guids) };
  });
}

/** What is picked, in a word: a label, the name of a group, a type. */
export function nameOfPicked({ group, rtype, guids }: Picked, resources: readonly Resource[]): string {
  return group ?? (rtype && shownText(rtype)) ?? resourceName(resources, guids[0]!, `${guids[0]} (missing)`);
}

/** Those picked after some were picked: they are added where any of them was missing, else they are taken out. */
export function togglePicked(picked: readonly Guid[], guids: readonly Guid[]): readonly Guid[] {
  const fresh = guids.filter((guid) => !picked.includes(guid));
  return fresh.length > 0 ? [...picked, ...fresh] : picked.filter((guid) => !guids.includes(guid));
}
