// What a program may say more shortly: a time as text, one guid in place of a list.
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

/** The time in whole microseconds. @throws RangeError when it is none. */
export function microsOf(time: Time): Micros {
  if (typeof time === 'string') return toMicros(time);
  const micros = Math.round(time);
  if (!Number.isSafeInteger(micros)) throw new RangeError(`${time} is not a time`);
  return micros;
}

/** The time in whole microseconds, if there is one. @throws RangeError when it is none. */
export function microsOrNone(time: Time | undefined): Micros | undefined {
  return time === undefined ? undefined : microsOf(time);
}

/** The time, where there is none before the beginning. @throws RangeError when it is negative. */
export function notNegative(time: Micros): Micros {
  if (time < 0) throw new RangeError(`${time} is less than no time`);
  return time;
}
