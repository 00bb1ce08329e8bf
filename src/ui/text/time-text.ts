import type { Micros } from '../../model/units.ts';
import { ownValue } from '../../model/own-value.ts';

const SECOND = 1_000_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 365 days: virtual time has no calendar. */
export const YEAR = 365 * DAY;
/** From here on times are told in years; below, days can still be counted. */
const IN_YEARS = 10 * YEAR;

/** How many decimals of a second are needed to tell times apart that lie `step` apart. */
function decimals(step: Micros): number {
  let digits = 0;
  for (let size = SECOND; digits < 6 && step % size !== 0; size /= 10) digits++;
  return digits;
}

/**
 * A point in time as a clock shows it: `12.4 s`, `1:05`, `2:03:05`, `1 d 02:00`, `200 y 40 d 02:00`.
 * @param step what neighbouring times lie apart; finer parts are left out.
 * @param longest the latest time of the run, which decides between `75 s`-like and `1:15`-like.
 */
export function printTime(time: Micros, step: Micros = 1, longest: Micros = time): string {
  const sign = time < 0 ? '-' : '';
  const abs = Math.round(Math.abs(time) / step) * step;
  const digits = decimals(step);
  const scale = Math.max(longest, abs);
  if (scale === 0) return '0 s';
  if (scale < 1000) return `${sign}${abs} µs`;
  if (scale < SECOND) return `${sign}${trim((abs / 1000).toFixed(Math.max(0, digits - 3)), step)} ms`;
  if (scale < MINUTE) return `${sign}${trim((abs / SECOND).toFixed(digits), step)} s`;
  const whole = Math.floor(abs / SECOND);
  const fraction = digits === 0 ? '' : trim(((abs % SECOND) / SECOND).toFixed(digits), step).slice(1);
  const seconds = `${pad(whole % 60)}${fraction}`;
  const minutes = Math.floor(whole / 60) % 60;
  if (scale < HOUR) return `${sign}${minutes}:${seconds}`;
  if (scale < DAY) return `${sign}${Math.floor(whole / 3600)}:${pad(minutes)}:${seconds}`;
  if (scale >= IN_YEARS && step % YEAR === 0) return `${sign}${Math.floor(abs / YEAR)} y`;
  const date = `${sign}${printDate(abs, scale)}`;
  if (step % DAY === 0) return date;
  const clock = `${pad(Math.floor(whole / 3600) % 24)}:${pad(minutes)}`;
  return `${date} ${clock}${step < MINUTE ? `:${seconds}` : ''}`;
}

/** The whole days of a time, and the years they make in a run that is so long. */
function printDate(abs: Micros, scale: Micros): string {
  if (scale < IN_YEARS) return `${Math.floor(abs / DAY)} d`;
  return `${Math.floor(abs / YEAR)} y ${Math.floor((abs % YEAR) / DAY)} d`;
}

/** The characters of a second's parts, down to microseconds, with their point. */
const FRACTION = 7;

/** How many characters the times of a run take at most, to the microsecond. @param longest the latest of them. */
export function timeLength(longest: Micros): number {
  // The days of a year have up to three digits.
  const widest = longest < IN_YEARS ? longest : longest - (longest % YEAR) + 364 * DAY;
  return printTime(widest, 1, widest).replace(/\.\d+/, '').length + FRACTION;
}

/** What to leave out of a time that is shown where a pixel is so long: parts finer than that. */
export function stepWithin(span: Micros): Micros {
  for (const unit of [DAY, MINUTE, SECOND]) if (span >= unit) return unit;
  return 10 ** Math.max(0, Math.floor(Math.log10(span)));
}

/** Exact times lose the zeros at their end; ticks, which say how fine they are, keep theirs. */
function trim(text: string, step: Micros): string {
  return step === 1 && text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** A span of time for reading: `350 µs`, `2 min 5 s`, `3 h 20 min`, `2 d 4 h`, `12 y 40 d`; at most two parts. */
export function printSpan(span: Micros): string {
  if (span < 1000) return `${Math.round(span)} µs`;
  if (span < SECOND) return `${significant(span / 1000)} ms`;
  if (span < MINUTE) return `${significant(span / SECOND)} s`;
  if (span < HOUR) return parts(Math.floor(span / MINUTE), 'min', Math.floor((span % MINUTE) / SECOND), 's');
  if (span < DAY) return parts(Math.floor(span / HOUR), 'h', Math.floor((span % HOUR) / MINUTE), 'min');
  if (span < IN_YEARS) return parts(Math.floor(span / DAY), 'd', Math.floor((span % DAY) / HOUR), 'h');
  return parts(Math.floor(span / YEAR), 'y', Math.floor((span % YEAR) / DAY), 'd');
}

function significant(value: number): string {
  return String(Number(value.toPrecision(value < 10 ? 3 : 4)));
}

function parts(many: number, big: string, few: number, small: string): string {
  return few === 0 ? `${many} ${big}` : `${many} ${big} ${few} ${small}`;
}

/** What to tell someone whose time can't be read. */
export const TIME_HELP = 'a time is such as 12.4, 500 ms, 2 min 5 s, 1:05, 2:03:05 or 1 d 02:00';

/**
 * Reads a typed time: all that printTime and printSpan write, and a bare number, which is seconds.
 * @returns undefined when it is none.
 */
export function parseTime(text: string): Micros | undefined {
  // Compatibility forms as one types them: full-width digits, the micro sign, spaces that don't break.
  const typed = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(\d*),(\d+)(?=\D*$)/, '$1.$2');
  const micros = parseClock(typed) ?? parseParts(typed);
  return Number.isSafeInteger(micros) ? micros : undefined;
}

/** `1:05`, `2:03:05.25`; after days, hours and minutes come first: `1 d 02:00`, `200 y 40 d 02:00`. */
function parseClock(text: string): Micros | undefined {
  const clock = /^(?:(?:(\d+)\s*y\s*)?(\d+)\s*d\s*)?(\d+):(?:(\d+):)?(\d+(?:\.\d+)?)$/.exec(text);
  if (!clock) return undefined;
  const [, years, days, first, middle, last] = clock;
  const three =
    middle === undefined ? (days === undefined ? [0, first, last] : [first, last, 0]) : [first, middle, last];
  const [hours, minutes, seconds] = three.map(Number) as [number, number, number];
  const date = Number(years ?? 0) * YEAR + Number(days ?? 0) * DAY;
  return date + hours * HOUR + minutes * MINUTE + Math.round(seconds * SECOND);
}

const PART = /(\d+(?:\.\d+)?|\.\d+)\s*(y|d|h|min|m|s|ms|us|μs)(?![a-zμ])\s*/y;

/** `12.4`, `500 ms`, `2 min 5 s`: a number of seconds, or numbers with their units, the largest first. */
function parseParts(text: string): Micros | undefined {
  if (/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text)) return Math.round(Number(text) * SECOND);
  let [micros, size, at] = [0, Infinity, 0];
  while (at < text.length) {
    PART.lastIndex = at;
    const [whole, number, unit] = PART.exec(text) ?? [];
    const unitSize = unit === undefined ? undefined : ownValue(UNIT, unit);
    if (whole === undefined || unitSize === undefined || unitSize >= size) return undefined;
    size = unitSize;
    micros += Number(number) * size;
    at += whole.length;
  }
  return at === 0 ? undefined : Math.round(micros);
}

const UNIT: Readonly<Record<string, number>> = {
  y: YEAR,
  d: DAY,
  h: HOUR,
  min: MINUTE,
  m: MINUTE,
  s: SECOND,
  ms: 1000,
  us: 1,
  μs: 1,
};
