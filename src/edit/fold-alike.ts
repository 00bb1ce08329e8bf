// Finds siblings that are alike: what a picture can show as one with a count.
import { type Experiment, type Group, resourcesByGuid } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import { freeGroupName, groupsByGuid, type GroupEdit } from './group.ts';

/**
 * Sets of at least two resources that are of one type, connected to the same ones and named in the same places of the same
 * conditions, in the order of the resources. Those in a group already are left alone.
 */
export function alikeSiblings(experiment: Experiment): readonly (readonly Guid[])[] {
  const neighbours = new Map<Guid, Guid[]>();
  const waits = new Map<Guid, string[]>();
  const add = <T>(map: Map<Guid, T[]>, guid: Guid, item: T) => {
    const list = map.get(guid);
    if (list) list.push(item);
    else map.set(guid, [item]);
  };
  for (const [a, b] of experiment.connections) {
    add(neighbours, a, b);
    add(neighbours, b, a);
  }
  for (const [guid, text] of conditionMarks(experiment)) add(waits, guid, text);

  const grouped = groupsByGuid(experiment);
  const alike = new Map<string, Guid[]>();
  for (const { guid, rtype } of experiment.resources) {
    if (grouped.has(guid)) continue;
    const near = [...new Set(neighbours.get(guid))].sort((a, b) => a - b);
    const marks = (waits.get(guid) ?? []).sort();
    // What nothing ties to anything is nobody's sibling.
    if (near.length + marks.length === 0) continue;
    const key = JSON.stringify([rtype, near, marks]);
    const list = alike.get(key);
    if (list) list.push(guid);
    else alike.set(key, [guid]);
  }
  return [...alike.values()].filter((guids) => guids.length > 1);
}

/** What each resource has to do with conditions: one condition of two or two
 * conditions of one each come to the same. */
function* conditionMarks({ conditions }: Experiment): Generator<readonly [Guid, string]> {
  for (const { resources, action, group, state, time = '' } of conditions) {
    const awaited = [...group].sort((a, b) => a - b).join();
    const waiting = [...resources].sort((a, b) => a - b).join();
    for (const guid of resources) yield [guid, `waits ${action} ${awaited} ${state} ${time}`];
    for (const guid of group) yield [guid, `awaited ${action} ${waiting} ${state} ${time}`];
  }
}

/** The edit that makes a collapsed group of each set of alike siblings; undefined where there are none. */
export function foldAlike(experiment: Experiment): GroupEdit | undefined {
  const byGuid = resourcesByGuid(experiment.resources);
  const made: Group[] = [];
  for (const guids of alikeSiblings(experiment)) {
    const first = byGuid.get(guids[0]!)!;
    const name = stemOf(guids.map((guid) => byGuid.get(guid)?.label ?? '')) || typeName(first.rtype);
    made.push({ name: freeGroupName([...experiment.groups, ...made], name), guids, collapsed: true });
  }
  return made.length > 0 ? { kind: 'group', groups: made } : undefined;
}

/** What all labels begin with, a number at its end left out: `client` for `client 1`, `client 2`. */
function stemOf(labels: readonly string[]): string {
  let stem = labels[0] ?? '';
  for (const label of labels) {
    let same = 0;
    while (same < stem.length && stem[same] === label[same]) same += 1;
    stem = stem.slice(0, same);
  }
  stem = stem.replace(/[\s\d_#.-]+$/, '');
  return stem.length > 1 ? stem : '';
}

const typeName = (rtype: string) => `${rtype.split('::').at(-1)}s`;
