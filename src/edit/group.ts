// Edits of groups: resources that stand together on the canvas under a name. No run looks at them.
import type { Experiment, Group, Resource } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';

export type GroupEdit =
  /** Makes groups of resources, at the end of the list; these leave the groups they were in. */
  | { readonly kind: 'group'; readonly groups: readonly Group[] }
  /** Takes groups apart; their resources stay. `groups`: places in the list of groups. */
  | { readonly kind: 'ungroup'; readonly groups: readonly number[] }
  | { readonly kind: 'rename-group'; readonly index: number; readonly name: string }
  | { readonly kind: 'collapse-groups'; readonly groups: readonly number[]; readonly collapsed: boolean };

/** The next list of groups; the same one when the edit changes nothing. */
export function applyGroupEdit(groups: readonly Group[], edit: GroupEdit): readonly Group[] {
  switch (edit.kind) {
    case 'group': {
      const added = edit.groups.filter(({ guids }) => guids.length > 0);
      const taken = new Set(added.flatMap(({ guids }) => guids));
      return added.length > 0 ? [...keepInGroups(groups, (guid) => !taken.has(guid)), ...added] : groups;
    }
    case 'ungroup':
      return groups.some((_group, index) => edit.groups.includes(index))
        ? groups.filter((_group, index) => !edit.groups.includes(index))
        : groups;
    case 'rename-group': {
      const group = groups[edit.index];
      return group && edit.name !== '' && edit.name !== group.name
        ? groups.with(edit.index, { ...group, name: edit.name })
        : groups;
    }
    case 'collapse-groups': {
      let changed = false;
      const next = groups.map((group, index) => {
        if (!edit.groups.includes(index) || (group.collapsed ?? false) === edit.collapsed) return group;
        changed = true;
        const { collapsed: _before, ...rest } = group;
        return edit.collapsed ? { ...rest, collapsed: true } : rest;
      });
      return changed ? next : groups;
    }
  }
}

/** The groups after resources were added: with new ones, and with those that become part of one that there is. */
export function addToGroups(
  groups: readonly Group[],
  added: { readonly resources: readonly Resource[]; readonly groups?: readonly Group[]; readonly into?: number },
): readonly Group[] {
  const fresh = added.groups ?? [];
  const joined = added.into === undefined ? undefined : groups[added.into];
  const grouped = new Set(fresh.flatMap(({ guids }) => guids));
  const joining = joined ? added.resources.map(({ guid }) => guid).filter((guid) => !grouped.has(guid)) : [];
  const grown =
    joining.length > 0 ? groups.with(added.into!, { ...joined!, guids: [...joined!.guids, ...joining] }) : groups;
  return fresh.length > 0 ? [...grown, ...fresh] : grown;
}

/** The groups with only those of their resources that stay; a group that loses its last one goes. */
export function keepInGroups(groups: readonly Group[], stays: (guid: Guid) => boolean): readonly Group[] {
  if (groups.every(({ guids }) => guids.every(stays))) return groups;
  return groups.flatMap((group) => {
    if (group.guids.every(stays)) return [group];
    const guids = group.guids.filter(stays);
    return guids.length > 0 ? [{ ...group, guids }] : [];
  });
}

const indexes = new WeakMap<readonly Group[], ReadonlyMap<Guid, number>>();

/** The place of each grouped resource's group in the list; made once per list. */
export function groupsByGuid({ groups }: Pick<Experiment, 'groups'>): ReadonlyMap<Guid, number> {
  let index = indexes.get(groups);
  if (!index) {
    index = new Map(groups.flatMap(({ guids }, place) => guids.map((guid) => [guid, place] as const)));
    indexes.set(groups, index);
  }
  return index;
}

/** The name if no group has it, else the first of `name 2`, `name 3`... that is free. */
export function freeGroupName(groups: readonly Pick<Group, 'name'>[], name: string): string {
  const taken = new Set(groups.map((group) => group.name));
  if (!taken.has(name)) return name;
  const stem = name.replace(/ \d+$/, '');
  let number = 2;
  while (taken.has(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}

/** The places of the groups that any of these resources is in. */
export function groupsOf(experiment: Pick<Experiment, 'groups'>, guids: Iterable<Guid>): readonly number[] {
  const byGuid = groupsByGuid(experiment);
  const places = new Set<number>();
  for (const guid of guids) {
    const place = byGuid.get(guid);
    if (place !== undefined) places.add(place);
  }
  return [...places].sort((a, b) => a - b);
}

/** The place of the group that these resources are, all of it and no other; undefined when they are none. */
export function groupMadeOf(experiment: Pick<Experiment, 'groups'>, guids: ReadonlySet<Guid>): number | undefined {
  const [first] = guids;
  const place = first === undefined ? undefined : groupsByGuid(experiment).get(first);
  const group = place === undefined ? undefined : experiment.groups[place];
  return group?.guids.length === guids.size && group.guids.every((guid) => guids.has(guid)) ? place : undefined;
}
