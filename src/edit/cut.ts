// What a cut takes out of the lists that name resources (the script, the conditions, the groups), and how a paste puts it
// back in place.
import type { Condition, Experiment, Group, Resource, Step } from '../model/experiment.ts';
import { resourcesByGuid } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import { addToGroups, keepInGroups } from './group.ts';
import { stripCondition, stripStep } from './remove.ts';

/** An item of a list as it was, with its place. */
export interface CutItem<Item> {
  readonly at: number;
  readonly item: Item;
}

/** What named the resources that were cut, in order of place. */
export interface CutParts {
  readonly script: readonly CutItem<Step>[];
  readonly conditions: readonly CutItem<Condition>[];
  readonly groups: readonly CutItem<Group>[];
}

/** The parts of an experiment that name any of some resources. */
export function cutParts({ script = [], conditions, groups }: Experiment, guids: ReadonlySet<Guid>): CutParts {
  const stays = (guid: Guid) => !guids.has(guid);
  const touched = <Item>(items: readonly Item[], strip: (item: Item) => Item | undefined) =>
    items.flatMap((item, at): readonly CutItem<Item>[] => (strip(item) === item ? [] : [{ at, item }]));
  return {
    script: touched(script, (step) => stripStep(step, stays)),
    conditions: touched(conditions, (condition) => stripCondition(condition, stays)),
    groups: touched(groups, (group) => keepInGroups([group], stays)[0]),
  };
}

interface CutContent {
  readonly id: string;
  readonly resources: readonly Resource[];
  readonly cut?: CutParts | undefined;
}

/**
 * Whether a paste puts back what was cut: where it was cut from, and only as long as none of it is there. What was put back
 * before, or came back by undo, is copied.
 */
export function isPutBack(experiment: Experiment, { id, resources, cut }: CutContent): boolean {
  if (!cut || id !== experiment.id) return false;
  const byGuid = resourcesByGuid(experiment.resources);
  const isThere = (resource: Resource) => {
    const other = byGuid.get(resource.guid);
    return other !== undefined && identityOf(other) === identityOf(resource);
  };
  return !resources.some(isThere);
}

const identityOf = ({ rtype, label, attributes }: Resource) => JSON.stringify([rtype, label ?? '', attributes]);

/** The lists as they were before a cut; what was changed in them since then stays as it is. */
export function putBack(
  experiment: Experiment,
  { resources, cut = { script: [], conditions: [], groups: [] } }: CutContent,
  rename: (guid: Guid) => Guid | undefined,
  into: number | undefined,
): Pick<Experiment, 'conditions' | 'groups' | 'script'> {
  const gone = new Set(resources.map(({ guid }) => guid));
  const stays = (guid: Guid) => !gone.has(guid);
  const script =
    experiment.script &&
    insertCut(experiment.script, cut.script, {
      strip: (step) => stripStep(step, stays),
      whole: (step) => renameStep(step, rename),
    });
  const groups = insertCut(experiment.groups, cut.groups, {
    strip: (group) => keepInGroups([group], stays)[0],
    whole: (group) => ({ ...group, guids: renamed(group.guids, rename) }),
  });
  const added = resources.flatMap((resource) => {
    const guid = rename(resource.guid);
    return guid === undefined ? [] : [{ ...resource, guid }];
  });
  return {
    conditions: insertCut(experiment.conditions, cut.conditions, {
      strip: (condition) => stripCondition(condition, stays),
      whole: (condition) => renameCondition(condition, rename),
    }),
    // What is pasted into a group on purpose is of that group.
    groups: into === undefined ? groups : addToGroups(experiment.groups, { resources: added, into }),
    ...(script && { script }),
  };
}

/** Puts items back: in place of what is left of them, or at their old place where nothing is. */
function insertCut<Item>(
  items: readonly Item[],
  cut: readonly CutItem<Item>[],
  { strip, whole }: { strip: (item: Item) => Item | undefined; whole: (item: Item) => Item | undefined },
): readonly Item[] {
  const next = [...items];
  // Those before it are back already: each finds its old place again.
  for (const { at, item } of cut) {
    const full = whole(item);
    if (full === undefined) continue;
    const left = strip(item);
    if (left === undefined) next.splice(Math.min(at, next.length), 0, full);
    else {
      const place = nearestEqual(next, left, at);
      if (place !== undefined) next[place] = full;
    }
  }
  return next;
}

/** The place of an item equal to another, the nearest to a place. */
function nearestEqual<Item>(items: readonly Item[], wanted: Item, at: number): number | undefined {
  const text = JSON.stringify(wanted);
  const isEqual = (place: number) => place in items && JSON.stringify(items[place]) === text;
  for (let off = 0; off <= Math.max(at, items.length); off++) {
    if (isEqual(at - off)) return at - off;
    if (isEqual(at + off)) return at + off;
  }
  return undefined;
}

const renamed = (guids: readonly Guid[], rename: (guid: Guid) => Guid | undefined) =>
  guids.map(rename).filter((guid) => guid !== undefined);

function renameCondition(condition: Condition, rename: (guid: Guid) => Guid | undefined): Condition | undefined {
  const [resources, group] = [renamed(condition.resources, rename), renamed(condition.group, rename)];
  return resources.length > 0 && group.length > 0 ? { ...condition, resources, group } : undefined;
}

/** The step about the same resources under other guids; undefined where none of those that it needs is left. */
export function renameStep(step: Step, rename: (guid: Guid) => Guid | undefined): Step | undefined {
  if (!('resources' in step) || !step.resources) return step;
  const resources = renamed(step.resources, rename);
  if (resources.length === 0 && step.resources.length > 0) return undefined;
  if (step.op !== 'setWithConditions') return { ...step, resources };
  const group = renamed(step.group, rename);
  return group.length > 0 || step.group.length === 0 ? { ...step, resources, group } : undefined;
}
