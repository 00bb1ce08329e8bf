import ms, { type StringValue } from 'ms';
import type { Micros } from './units.ts';

/** One number and one unit; NEPI takes no sums such as `2m30s`. */
export const DURATION_PATTERN = /^(?:\d+(?:\.\d+)?|\.\d+)(?:h|m|s|ms|us)$/;

/** What to tell somebody whose time can't be read. */
export const DURATION_HELP = 'a time is one number and one unit (h, m, s, ms or us), such as 150s, 2.5m or 0.25s';

/** What to tell of a time that is too long to be counted in microseconds. */
export const DURATION_LIMIT =
  'this time is too long to be counted in microseconds: a time is at most 2501999h, about 285 years';

/**
 * Reads a time as written in a file.
 * @returns microseconds, rounded to the nearest; undefined when the text is not a time.
 */
export function parseDuration(text: string): Micros | undefined {
  if (text.length > 64 || !DURATION_PATTERN.test(text)) return undefined;
  // `ms` knows every unit but microseconds.
  const micros = text.endsWith('us') ? Number(text.slice(0, -2)) : ms(text as StringValue) * 1000;
  const rounded = Math.round(micros);
  return Number.isSafeInteger(rounded) ? rounded : undefined;
}

/** What was read lately: a large experiment says the same few times over and over. */
const lately = new Map<string, Micros>();
const LATELY = 1000;

/** Reads a time that is known to be valid (an experiment that was checked). @throws RangeError when it is not. */
export function toMicros(text: string): Micros {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const micros = parseDuration(text);
  if (micros === undefined) throw new RangeError(`'${text}' is not a time: ${DURATION_HELP}`);
  if (lately.size === LATELY) lately.clear();
  lately.set(text, micros);
  return micros;
}

const UNITS = [
  ['h', 3_600_000_000],
  ['m', 60_000_000],
  ['s', 1_000_000],
  ['ms', 1_000],
] as const;

/**
 * Writes a time exactly: in the largest unit that needs no more than two decimals (`90s` is 1.5m, `61s` stays 61s);
 * where none is exact, in seconds, milliseconds or microseconds with as many decimals as it takes (`1.234567s`).
 */
export function printDuration(micros: Micros): string {
  if (micros === 0) return '0s';
  for (const [unit, size] of UNITS) {
    const text = `${micros / (size / 100) / 100}${unit}`;
    if (micros >= size && micros % (size / 100) === 0 && readsBack(text, micros)) return text;
  }
  const text = micros >= 1_000_000 ? `${micros / 1_000_000}s` : `${micros / 1_000}ms`;
  return micros >= 1_000 && readsBack(text, micros) ? text : `${micros}us`;
}

/** Fractions of times so long may be off by a microsecond when they are read. */
const LONG: Micros = 2 ** 43;

function readsBack(text: string, micros: Micros): boolean {
  return micros < LONG || parseDuration(text) === micros;
}
