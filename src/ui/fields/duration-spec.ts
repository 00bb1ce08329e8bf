// How long a phase takes: a time, or a distribution whose parameters are edited one by one.
import {
  DURATION_HELP,
  DURATION_LIMIT,
  DURATION_PATTERN,
  parseDuration,
  printDuration,
  toMicros,
} from '../../model/duration.ts';
import { keepsDigits } from '../../model/number-text.ts';
import type { Distribution, DurationSpec } from '../../model/experiment.ts';
import type { Micros } from '../../model/units.ts';
import type { Reading } from '../drafts/draft.ts';
import { ownValue } from '../../model/own-value.ts';

export type DurationKind = 'time' | Distribution['dist'];

export const DURATION_KINDS: readonly { readonly kind: DurationKind; readonly title: string }[] = [
  { kind: 'time', title: 'Time' },
  { kind: 'uniform', title: 'Uniform' },
  { kind: 'triangular', title: 'Triangular' },
  { kind: 'normal', title: 'Normal' },
  { kind: 'lognormal', title: 'Log-normal' },
  { kind: 'exponential', title: 'Exponential' },
];

/** The parameters of each distribution, in the order in which they are shown. */
export const PARAMETERS: Readonly<Record<Distribution['dist'], readonly string[]>> = {
  uniform: ['min', 'max'],
  triangular: ['min', 'mode', 'max'],
  normal: ['mean', 'sd'],
  lognormal: ['median', 'sigma'],
  exponential: ['mean'],
};

/** The parameter that is a plain number, not a time. */
const NUMBER_PARAMETER = 'sigma';

export function kindOf(spec: DurationSpec): DurationKind {
  return typeof spec === 'string' ? 'time' : spec.dist;
}

/** A spec in few words: `5s`, `1s to 3s`, `5s ± 1s`. */
export function printDurationSpec(spec: DurationSpec): string {
  if (typeof spec === 'string') return spec;
  switch (spec.dist) {
    case 'uniform':
      return `${spec.min} to ${spec.max}`;
    case 'triangular':
      return `${spec.min} to ${spec.max}, likely ${spec.mode}`;
    case 'normal':
      return `${spec.mean} ± ${spec.sd}`;
    case 'lognormal':
      return `about ${spec.median}`;
    case 'exponential':
      return `${spec.mean} on average`;
  }
}

/** What a parameter, or a plain time, says as text. */
export function parameterText(spec: DurationSpec, parameter: string): string {
  if (typeof spec === 'string') return spec;
  const value = ownValue<string | number>({ ...spec }, parameter);
  return value === undefined ? '' : String(value);
}

/** Reads a time typed into a field. */
export function readDuration(text: string): Reading<string> {
  const trimmed = text.trim();
  // A bare number is most often meant as seconds, but guessing would hide a mistake: say what is missing.
  if (parseDuration(trimmed) !== undefined) return { value: trimmed };
  return { error: sentence(DURATION_PATTERN.test(trimmed) ? DURATION_LIMIT : DURATION_HELP) };
}

/** The spec with one parameter changed, or why the text can't be it. */
export function readParameter(spec: Distribution, parameter: string, text: string): Reading<Distribution> {
  let value: string | number;
  if (parameter === NUMBER_PARAMETER) {
    value = Number(text);
    if (text.trim() === '' || !keepsDigits(text.trim()) || value < 0) return { error: 'A number, 0 or more' };
  } else {
    const reading = readDuration(text);
    if ('error' in reading) return reading;
    value = reading.value;
  }
  const next = { ...spec, [parameter]: value } as Distribution;
  const complaint = checkOrder(next, parameter);
  return complaint === undefined ? { value: next } : { error: complaint };
}

/** The parameters that must not fall: each at least the one before. */
const RISING: Partial<Record<Distribution['dist'], readonly string[]>> = {
  uniform: ['min', 'max'],
  triangular: ['min', 'mode', 'max'],
};

function checkOrder(spec: Distribution, changed: string): string | undefined {
  const names = RISING[spec.dist] ?? [];
  const place = names.indexOf(changed);
  if (place < 0) return undefined;
  const micros = (name: string) => parseDuration(parameterText(spec, name)) ?? 0;
  const above = names.slice(place + 1).find((name) => micros(name) < micros(changed));
  if (above) return `More than ${above}`;
  const below = names.slice(0, place).find((name) => micros(name) > micros(changed));
  return below && `Less than ${below}`;
}

/** The typical time of a spec, from which another kind begins. */
function centreOf(spec: DurationSpec): number {
  if (typeof spec === 'string') return toMicros(spec);
  switch (spec.dist) {
    case 'uniform':
      return (toMicros(spec.min) + toMicros(spec.max)) / 2;
    case 'triangular':
      return toMicros(spec.mode);
    case 'normal':
    case 'exponential':
      return toMicros(spec.mean);
    case 'lognormal':
      return toMicros(spec.median);
  }
}

/** The longest round time that can be counted in microseconds: 2,500,000 hours. */
const LONGEST: Micros = 2_500_000 * 3_600_000_000;

/** The same time said another way: a plain 4s becomes uniform 2s to 6s, for example. */
export function convertSpec(spec: DurationSpec, kind: DurationKind): DurationSpec {
  if (kindOf(spec) === kind) return spec;
  const centre = centreOf(spec) || 1_000_000;
  const most = Math.max(centre, LONGEST);
  const time = (factor: number) => printDuration(Math.min(most, Math.round(centre * factor)));
  switch (kind) {
    case 'time':
      return time(1);
    case 'uniform':
      return { dist: 'uniform', min: time(0.5), max: time(1.5) };
    case 'triangular':
      return { dist: 'triangular', min: time(0.5), mode: time(1), max: time(2) };
    case 'normal':
      return { dist: 'normal', mean: time(1), sd: time(0.2) };
    case 'lognormal':
      return { dist: 'lognormal', median: time(1), sigma: 0.5 };
    case 'exponential':
      return { dist: 'exponential', mean: time(1) };
  }
}

/** A message as a field says it: with a capital. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
