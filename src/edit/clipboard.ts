// What a copy holds, and the edit that a paste makes of it; clipboard-text.ts is its text.
import type { Condition, Connection, Experiment, Group, Resource, Step, UserType } from '../model/experiment.ts';
import { freeGuids } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import { cutParts, type CutParts, isPutBack, putBack, renameStep } from './cut.ts';
import type { Edit } from './edit.ts';
import { freeGroupName } from './group.ts';
import { choosePlaces, type Shift, type Shifts, shiftPlaces } from './paste-shift.ts';
import { planTypes, renameTypes, type TypePlan, usedTypes } from './paste-types.ts';

/** Resources, what holds among them, and (`outside`) what ties them to others of their experiment. */
export interface ClipboardContent {
  /** The experiment they come from: ties to others mean something only there. */
  readonly id: string;
  readonly types: readonly UserType[];
  readonly resources: readonly Resource[];
  readonly connections: readonly Connection[];
  readonly conditions: readonly Condition[];
  /** Those of which all resources were copied. */
  readonly groups: readonly Group[];
  readonly outside: { readonly connections: readonly Connection[]; readonly conditions: readonly Condition[] };
  /** How many secrets were left out of the text. */
  readonly leftOut?: number;
  /** The script, where all resources of an experiment were copied: it is theirs then. */
  readonly script?: readonly Step[] | undefined;
  /** What named them, where they were cut: a paste puts it back. */
  readonly cut?: CutParts | undefined;
}

/** What a copy of some resources holds. @param how `cut`: they are about to be removed. */
export function copyResources(
  experiment: Experiment,
  guids: ReadonlySet<Guid>,
  how: 'copy' | 'cut' = 'copy',
): ClipboardContent {
  const resources = experiment.resources.filter(({ guid }) => guids.has(guid));
  const has = (guid: Guid) => guids.has(guid);
  const touched = experiment.conditions.filter(({ resources: waiting, group }) => [...waiting, ...group].some(has));
  const inside = ({ resources: waiting, group }: Condition) => [...waiting, ...group].every(has);
  return {
    id: experiment.id,
    types: usedTypes(experiment.types, resources),
    resources,
    connections: experiment.connections.filter((pair) => pair.every(has)),
    conditions: touched.filter(inside),
    groups: experiment.groups.filter((group) => group.guids.every(has)),
    outside: {
      connections: experiment.connections.filter((pair) => pair.some(has) && !pair.every(has)),
      conditions: touched.filter((condition) => !inside(condition)),
    },
    ...(resources.length === experiment.resources.length && { script: experiment.script }),
    ...(how === 'cut' && { cut: cutParts(experiment, guids) }),
  };
}

export interface PasteOptions {
  /**
   * Where the middle of the pasted is to be; without it they stand a little off from where they were copied, and whole
   * groups beside it: their frames would hide each other.
   */
  readonly at?: Shift | undefined;
  /** How far it goes in either picture, where the canvas found a free place for it. */
  readonly shifts?: Shifts | undefined;
  /** The place in the list of groups of the one that it becomes part of, as far as it holds no groups itself. */
  readonly into?: number | undefined;
  /** With the ties to resources outside, where the experiment is the one they come from and still has them. */
  readonly withOutside?: boolean;
}

/** The edit of a paste. */
export interface Paste {
  readonly edit: Edit;
  /** Of what was pasted. */
  readonly guids: readonly Guid[];
  readonly types: TypePlan;
  /** How many steps named what was cut and were not pasted, because this is another experiment or it has no script now. */
  readonly stepsLeft: number;
}

/**
 * The edit that adds a copy with guids of its own; what was cut is put back where it was cut from.
 *
 * A copy or a duplicate leaves the script as it is: a second resource is not a second act, so no step is doubled, and no
 * step that names the first comes to mean both. The script comes along only with all of an experiment, into one that has
 * neither resources nor steps.
 */
export function pasteResources(experiment: Experiment, content: ClipboardContent, options: PasteOptions = {}): Paste {
  const shifts = choosePlaces(experiment, content, { at: options.at, found: options.shifts });
  const types = planTypes(experiment, content);
  const isBack = isPutBack(experiment, content);
  const fresh = newGuids(experiment, content.resources, isBack);
  const outside = isBack || (options.withOutside && content.id === experiment.id) ? content.outside : undefined;
  const existing = new Set(experiment.resources.map(({ guid }) => guid));
  const rename = (guid: Guid) => fresh.get(guid) ?? (outside && existing.has(guid) ? guid : undefined);
  const added = {
    types: types.added,
    resources: content.resources.map((resource) => ({
      ...renameTypes(resource, types.names),
      guid: fresh.get(resource.guid)!,
      ...shiftPlaces(resource, shifts),
    })),
    connections: [...content.connections, ...(outside?.connections ?? [])].flatMap(([a, b]) => {
      const [from, to] = [rename(a), rename(b)];
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  };
  const guids = [...fresh.values()];
  if (isBack) {
    const lists = putBack(experiment, content, rename, options.into);
    const stepsLeft = lists.script ? 0 : (content.cut?.script.length ?? 0);
    return { guids, types, stepsLeft, edit: { kind: 'put-back', ...added, ...lists } };
  }
  const edit: Edit = {
    kind: 'add',
    ...added,
    conditions: [...content.conditions, ...(outside?.conditions ?? [])].flatMap((condition) => {
      const resources = condition.resources.map(rename).filter((guid) => guid !== undefined);
      const group = condition.group.map(rename).filter((guid) => guid !== undefined);
      return resources.length && group.length ? [{ ...condition, resources, group }] : [];
    }),
    groups: pasteGroups(experiment.groups, content.groups, fresh),
    ...(options.into !== undefined && { into: options.into }),
  };
  const isEmpty = experiment.resources.length === 0 && (experiment.script ?? []).length === 0;
  if (!isEmpty || !content.script) {
    const isElsewhere = content.id !== experiment.id;
    return { guids, types, stepsLeft: isElsewhere ? (content.cut?.script.length ?? 0) : 0, edit };
  }
  const script = content.script.flatMap((step) => renameStep(step, rename) ?? []);
  const label = guids.length === 1 ? 'paste' : `paste ${guids.length} resources`;
  const edits: Edit[] = [edit, { kind: 'set-script', script }];
  return { guids, types, stepsLeft: 0, edit: { kind: 'all', label, edits } };
}

/** The guid of each pasted resource; what is put back has its own again where that is free. */
function newGuids(experiment: Experiment, pasted: readonly Resource[], isBack: boolean): ReadonlyMap<Guid, Guid> {
  const taken = new Set(experiment.resources.map(({ guid }) => guid));
  const keeps = isBack ? pasted.filter(({ guid }) => !taken.has(guid)) : [];
  const free = freeGuids({ resources: [...experiment.resources, ...keeps] }, pasted.length - keeps.length);
  const kept = new Set(keeps.map(({ guid }) => guid));
  let next = 0;
  return new Map(pasted.map(({ guid }) => [guid, kept.has(guid) ? guid : free[next++]!]));
}

/** The copies of whole groups, each under a name that is still free. */
function pasteGroups(
  existing: readonly Group[],
  copied: readonly Group[],
  fresh: ReadonlyMap<Guid, Guid>,
): readonly Group[] {
  const pasted: Group[] = [];
  // A text from elsewhere may name a resource twice; it still comes to be in one group only.
  const left = new Map(fresh);
  for (const group of copied) {
    const guids = group.guids.flatMap((guid) => {
      const found = left.get(guid);
      left.delete(guid);
      return found ?? [];
    });
    const name = freeGroupName([...existing, ...pasted], group.name);
    if (guids.length > 0) pasted.push({ ...group, name, guids });
  }
  return pasted;
}
