import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepsDigits, printNumber } from '../../src/model/number-text.ts';

test.each([
  '0',
  '-0',
  '-0.000',
  '1.50',
  '1e2',
  '1E+2',
  '100e-2',
  '0.1',
  '5e-324',
  '9007199254740992',
  '0e999999',
  '+5',
  '.5',
  '5.',
])('%s keeps its digits', (text) => {
  expect(keepsDigits(text)).toBe(true);
});

test.each([
  '9007199254740993',
  '12345678901234567890',
  '0.1000000000000000055511151231257827',
  '1e-400',
  '-1e-400',
  '1e400',
  '4e-324',
  '1e-99999999999999999999',
  '',
  '.',
  'e5',
  '0x10',
])('%s does not', (text) => {
  expect(keepsDigits(text)).toBe(false);
});

test('whatever a number prints keeps its digits, whatever zeros are added', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(5), (value, zeros) => {
      const text = printNumber(value);
      expect(Object.is(Number(text), value)).toBe(true);
      const added = /^[^e.]+\.\d+$/.test(text) ? text + '0'.repeat(zeros) : text;
      expect(keepsDigits(added)).toBe(true);
    }),
  );
});
