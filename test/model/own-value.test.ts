import { expect, test } from 'vitest';
import { ownValue } from '../../src/model/own-value.ts';

test('only what an object holds itself is found', () => {
  expect(ownValue({ a: 1 }, 'a')).toBe(1);
  for (const name of ['b', 'constructor', 'toString', '__proto__']) expect(ownValue({ a: 1 }, name)).toBeUndefined();
  expect(ownValue({ ['__proto__']: 2 }, '__proto__')).toBe(2);
});
