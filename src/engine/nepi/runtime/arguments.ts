// Shorter forms of arguments: a time as text, one guid in place of a list.
import { toMicros } from '../../../model/duration.ts';
import type { Guid, Micros } from '../../../model/units.ts';

/** A time in microseconds, or as text: one number and one of `h m s ms us`, such as `2.5s`. NEPI takes text alone. */
export type Time = Micros | string;

/** One guid, or several in a list. */
export type OneOrMore = Guid | readonly Guid[];

/** The guids as a list. */
export function listOf(guids: OneOrMore): readonly Guid[] {
  return typeof guids === 'number' ? [guids] : guids;
}

/** A time in whole microseconds. @throws RangeError when it is not a time. */
export function microsOf(time: Time): Micros {
  if (typeof time === 'string') return toMicros(time);
  const micros = Math.round(time);
  if (!Number.isSafeInteger(micros)) throw new RangeError(`${time} is not a time`);
  return micros;
}

/** The same for a time that may be missing. */
export function microsOrNone(time: Time | undefined): Micros | undefined {
  return time === undefined ? undefined : microsOf(time);
}

/** The time. @throws RangeError when it is negative. */
export function notNegative(time: Micros): Micros {
  if (time < 0) throw new RangeError(`${time} is less than no time`);
  return time;
}
