// The gates of a behavior (`requires`) while they are edited: its own list, or the inherited one, whole.
import type { Requirement } from '../../model/experiment.ts';
import type { Catalog } from '../../model/rtype.ts';
import { type GatedPhase, STATES, type State } from '../../model/state.ts';
import type { Reading } from '../drafts/draft.ts';

type Requirements = readonly Requirement[];

/** What a new gate begins as: it has no type yet, and can't be added without one. */
export const NEW_REQUIREMENT: Requirement = { before: 'start', path: [], state: 'READY', atLeast: 1 };

/** The own list after a change; undefined: it is the inherited one again. */
export function ownRequirements(next: Requirements, inherited: Requirements): Requirements | undefined {
  return JSON.stringify(next) === JSON.stringify(inherited) ? undefined : next;
}

/** The types that connections are followed through, the last of which counts. */
export function pathOf({ type, path }: Requirement): readonly string[] {
  return path ?? (type === undefined ? [] : [type]);
}

/** The gate with another type at one place of its path; '' takes that place out. */
export function withStep(requirement: Requirement, place: number, rtype: string): Requirement {
  const steps = pathOf(requirement).toSpliced(place, 1, ...(rtype ? [rtype] : []));
  const { type: _type, path: _path, ...rest } = requirement;
  return steps.length === 1 ? { ...rest, type: steps[0]! } : { ...rest, path: steps };
}

/** The gate before another phase. Before the release, NEPI counts nobody. */
export function withPhase(requirement: Requirement, before: GatedPhase): Requirement {
  return before === 'release' ? withAtLeast({ ...requirement, before }, undefined) : { ...requirement, before };
}

/** The gate with another least number; without one the field goes. */
export function withAtLeast(requirement: Requirement, atLeast: number | undefined): Requirement {
  const { atLeast: _former, ...rest } = requirement;
  return atLeast === undefined ? rest : { ...rest, atLeast };
}

/** The states worth asking for, and the one that is asked for: one that failed, or is gone too early, is an error. */
export function requiredStates({ before, state }: Requirement): readonly State[] {
  return STATES.filter(
    (other) => other === state || (other !== 'FAILED' && (other !== 'RELEASED' || before === 'release')),
  );
}

/** Reads a type of a gate's path; an emptied field takes it out (''), where others are left. */
export function readStep(catalog: Catalog, text: string, isOnly: boolean): Reading<string> {
  const rtype = text.trim();
  if (!rtype) return isOnly ? { error: 'A gate needs a type' } : { value: '' };
  return catalog.get(rtype) ? { value: rtype } : { error: `${rtype} is not a type` };
}

/** Reads how many there must be; an emptied field, or 0, is no least number (undefined). */
export function readAtLeast(text: string): Reading<number | undefined> {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) return { error: 'A whole number, such as 1' };
  if (!Number.isSafeInteger(count)) return { error: `At most ${Number.MAX_SAFE_INTEGER}` };
  return { value: count || undefined };
}

/** A gate as a sentence: `Before start: every connected linux::Node is READY, and there is one`. */
export function printRequirement(requirement: Requirement): string {
  const { before, state, atLeast = 0 } = requirement;
  const path = pathOf(requirement);
  const target = path.at(-1);
  const whom =
    path.length > 1 ? `every ${target} reached over ${path.slice(0, -1).join(', ')}` : `every connected ${target}`;
  const least = atLeast > 0 ? `, and there ${atLeast === 1 ? 'is one' : `are at least ${atLeast}`}` : '';
  return `Before ${before}: ${whom} is ${state}${least}`;
}
