// Changes of a resource's own behavior, where `failure` and `requires` are inherited whole or not at all.
import type { Behavior } from '../../model/experiment.ts';
import type { Phase } from '../../model/state.ts';
import { keepsDigits } from '../../model/number-text.ts';
import type { Reading } from '../drafts/draft.ts';

type Failure = Behavior['failure'];

/**
 * The own `failure` of a resource after one phase's probability changed; undefined: none of its own is left.
 * Own probabilities replace the inherited ones whole, so the first own one takes the inherited along.
 */
export function changeFailure(
  own: Failure,
  inherited: Failure,
  phase: Phase,
  probability: number | undefined,
): Failure | undefined {
  const next: Partial<Record<Phase, number>> = { ...(own ?? inherited) };
  if (probability === undefined) delete next[phase];
  else next[phase] = probability;
  return sameFailure(next, inherited ?? {}) ? undefined : next;
}

function sameFailure(a: NonNullable<Failure>, b: NonNullable<Failure>): boolean {
  const phases = Object.keys({ ...a, ...b }) as Phase[];
  return phases.every((phase) => a[phase] === b[phase]);
}

/** Reads a probability: `0.25`, or `25%`. */
export function readProbability(text: string): Reading<number> {
  const trimmed = text.trim();
  const percent = trimmed.endsWith('%');
  const digits = percent ? trimmed.slice(0, -1) : trimmed;
  const value = Number(digits) / (percent ? 100 : 1);
  if (!keepsDigits(digits.trim()) || !(value >= 0 && value <= 1))
    return { error: 'A number from 0 (never) to 1 (always)' };
  return { value };
}
