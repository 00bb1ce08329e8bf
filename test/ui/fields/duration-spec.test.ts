import { expect, test } from 'vitest';
import { durationOrDistributionSchema } from '../../../src/model/schema.ts';
import {
  convertSpec,
  DURATION_KINDS,
  kindOf,
  printDurationSpec,
  readDuration,
  readParameter,
} from '../../../src/ui/fields/duration-spec.ts';

test('every kind turns into every other, and the file would take it', () => {
  for (const { kind: from } of DURATION_KINDS)
    for (const { kind: to } of DURATION_KINDS) {
      for (const time of ['4s', '0s', '1us', '2000000h', `${Number.MAX_SAFE_INTEGER}us`]) {
        const spec = convertSpec(convertSpec(time, from), to);
        expect(kindOf(spec)).toBe(to);
        expect(durationOrDistributionSchema.safeParse(spec)).toMatchObject({ success: true });
      }
    }
});

test('a time that is too long is told with the limit', () => {
  expect(readDuration('2501999h')).toEqual({ value: '2501999h' });
  expect(readDuration('99999999h')).toEqual({
    error: 'This time is too long to be counted in microseconds: a time is at most 2501999h, about 285 years',
  });
});

test('a conversion keeps the typical time', () => {
  expect(convertSpec('4s', 'uniform')).toEqual({ dist: 'uniform', min: '2s', max: '6s' });
  expect(convertSpec({ dist: 'uniform', min: '2s', max: '6s' }, 'time')).toBe('4s');
  expect(convertSpec('0s', 'exponential')).toEqual({ dist: 'exponential', mean: '1s' });
});

test('a time is one number and one unit', () => {
  expect(readDuration(' 2.5m ')).toEqual({ value: '2.5m' });
  expect(readDuration('2m30s')).toHaveProperty('error', expect.stringContaining('one number and one unit'));
  expect(readDuration('5')).toHaveProperty('error');
});

test('parameters that contradict each other are refused', () => {
  const spec = { dist: 'uniform', min: '1s', max: '3s' } as const;
  expect(readParameter(spec, 'max', '5s')).toEqual({ value: { dist: 'uniform', min: '1s', max: '5s' } });
  expect(readParameter(spec, 'max', '500ms')).toEqual({ error: 'Less than min' });
  expect(readParameter({ dist: 'lognormal', median: '1s', sigma: 1 }, 'sigma', '-1')).toHaveProperty('error');
  expect(readParameter({ dist: 'lognormal', median: '1s', sigma: 1 }, 'sigma', '0.25')).toEqual({
    value: { dist: 'lognormal', median: '1s', sigma: 0.25 },
  });
});

test('a spec reads as one line', () => {
  expect(printDurationSpec('5s')).toBe('5s');
  expect(printDurationSpec({ dist: 'normal', mean: '5s', sd: '1s' })).toBe('5s ± 1s');
});
