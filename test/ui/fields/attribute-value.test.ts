import { expect, test } from 'vitest';
import type { AttributeDefinition } from '../../../src/model/experiment.ts';
import { canBeEmptied, defaultText, describeAttribute, readAttribute } from '../../../src/ui/fields/attribute-value.ts';

const count: AttributeDefinition = { name: 'count', type: 'INTEGER', range: [1, 100], default: 3, flags: ['Design'] };
const secret: AttributeDefinition = { name: 'password', type: 'STRING', default: 'hunter2', flags: ['Credential'] };

test('a value out of range or of the wrong kind is refused with the reason', () => {
  expect(readAttribute([count], '5')).toEqual({ value: 5 });
  expect(readAttribute([count], '500')).toHaveProperty('error', expect.stringContaining('from 1 to 100'));
  expect(readAttribute([count], 'many')).toHaveProperty('error', expect.stringContaining('whole number'));
});

test('a number that would lose digits is refused, and says what it would become', () => {
  const whole: AttributeDefinition = { name: 'serial', type: 'INTEGER' };
  const part: AttributeDefinition = { name: 'rate', type: 'DOUBLE' };
  expect(readAttribute([whole], '9007199254740993')).toEqual({
    error: 'serial would become 9007199254740992, not 9007199254740993: a number has about 15 digits that count',
  });
  expect(readAttribute([part], '1e-400')).toHaveProperty('error', expect.stringContaining('would become 0'));
  expect(readAttribute([part], '0.10')).toEqual({ value: 0.1 });
  expect(readAttribute([part], '-0')).toEqual({ value: -0 });
});

test('a value must suit every definition', () => {
  expect(readAttribute([count, { ...count, range: [50, 200] }], '20')).toHaveProperty('error');
  expect(readAttribute([count, { ...count, range: [50, 200] }], '60')).toEqual({ value: 60 });
});

test('an emptied field of another kind goes back to the default', () => {
  expect(readAttribute([count], '')).toEqual({ value: undefined });
});

test('a secret default is not shown', () => {
  expect(defaultText(secret)).not.toContain('hunter2');
  expect(describeAttribute(secret).facts).not.toContain('hunter2');
  expect(describeAttribute(count).facts).toContain('default 3');
});

test('the empty text is a text: an emptied text field says so, and does not go back to the default', () => {
  const text: AttributeDefinition = { name: 'command', type: 'STRING', default: 'ls' };
  expect(readAttribute([text], '')).toEqual({ value: '' });
  expect(canBeEmptied(text)).toBe(true);
  expect(canBeEmptied({ name: 'command', type: 'STRING' })).toBe(true);
  expect(canBeEmptied({ ...text, default: '' })).toBe(false);
  expect(canBeEmptied(count)).toBe(false);
});
