import { describe, expect, it } from 'vitest';
import {
  attributeNotes,
  attributeRefusal,
  checkAttributeValue,
  isHidden,
  parseAttributeText,
  writeProblem,
} from '../../src/model/attribute.ts';
import type { AttributeDefinition } from '../../src/model/experiment.ts';
import { isSecret } from '../../src/model/secret-attribute.ts';

const count: AttributeDefinition = { name: 'count', type: 'INTEGER' };
const load: AttributeDefinition = { name: 'load', type: 'DOUBLE', range: [0, 100] };
const quiet: AttributeDefinition = { name: 'quiet', type: 'BOOL' };
const mode: AttributeDefinition = { name: 'mode', type: 'ENUM', allowed: ['adhoc', 'managed', 3] };
const target: AttributeDefinition = { name: 'target', type: 'STRING' };

describe('checkAttributeValue', () => {
  it.each([
    [count, 3],
    [count, -3],
    [count, 1e20],
    [load, 0],
    [load, 99.5],
    [load, 100],
    [quiet, false],
    [mode, 'adhoc'],
    [mode, 3],
    [target, ''],
    [target, '3'],
  ] as const)('takes %o = %o', (definition, value) => {
    expect(checkAttributeValue(definition, value)).toBeUndefined();
  });

  it.each([
    [count, '3', "count takes a whole number, such as 3, not the text '3'"],
    [count, 2.5, 'count takes a whole number, such as 3, not 2.5'],
    [count, true, 'count takes a whole number, such as 3, not true'],
    [load, 101, 'load is a number from 0 to 100; not 101'],
    [load, -0.1, 'load is a number from 0 to 100; not -0.1'],
    [load, 'high', "load takes a number from 0 to 100, not the text 'high'"],
    [load, Number.NaN, 'load takes a number from 0 to 100, not NaN'],
    [quiet, 'true', "quiet takes true or false, not the text 'true'"],
    [quiet, 1, 'quiet takes true or false, not 1'],
    [mode, 'master', "mode is one of adhoc, managed, 3; not the text 'master'"],
    [mode, '3', "mode is one of adhoc, managed, 3; not the text '3'"],
    [target, 7, 'target takes text, not 7'],
  ] as const)('refuses %o = %o', (definition, value, message) => {
    expect(checkAttributeValue(definition, value)).toBe(message);
  });
});

describe('attributeRefusal', () => {
  it.each([
    [count, '3'],
    [count, 2.5],
    [quiet, 'yes'],
    [target, 7],
    [load, '50'],
    [load, ' 1e1 '],
    [load, true],
    [{ ...target, allowed: ['add', 'del'] }, 'replace'],
  ] as const)('lets %o be %o, as NEPI does', (definition, value) => {
    expect(attributeRefusal(definition, value)).toBeUndefined();
  });

  it.each([
    [load, 101, 'load is a number from 0 to 100; not 101'],
    [load, '101', "load is a number from 0 to 100; not the text '101'"],
    [load, 'high', "load takes a number from 0 to 100, not the text 'high'"],
    [load, '', 'load takes a number from 0 to 100, not an empty text'],
    [mode, '3', "mode is one of adhoc, managed, 3; not the text '3'"],
  ] as const)('refuses %o = %o', (definition, value, message) => {
    expect(attributeRefusal(definition, value)).toBe(message);
  });
});

describe('parseAttributeText', () => {
  it.each([
    [count, ' 12 ', 12],
    [count, '-4', -4],
    [load, '.5', 0.5],
    [load, '1e1', 10],
    [quiet, 'True', true],
    [quiet, 'false', false],
    [mode, 'managed', 'managed'],
    [mode, '3', 3],
    [target, ' as typed ', ' as typed '],
    [target, '3', '3'],
  ] as const)('%o: %o is %o', (definition, text, value) => {
    expect(parseAttributeText(definition, text)).toEqual({ value });
  });

  it.each([
    [count, '', 'count takes a whole number, such as 3, not an empty text'],
    [count, '0x10', "count takes a whole number, such as 3, not the text '0x10'"],
    [count, '1.5', 'count takes a whole number, such as 3, not 1.5'],
    [load, '200', 'load is a number from 0 to 100; not 200'],
    [load, 'Infinity', "load takes a number from 0 to 100, not the text 'Infinity'"],
    [load, '1e999', 'load takes a number from 0 to 100, not Infinity'],
    [quiet, 'yes', "quiet takes true or false, not the text 'yes'"],
    [mode, 'nothing', "mode is one of adhoc, managed, 3; not the text 'nothing'"],
  ] as const)('%o: %o is no value', (definition, text, problem) => {
    expect(parseAttributeText(definition, text)).toEqual({ problem });
  });
});

describe('flags', () => {
  it('say when an attribute can be set', () => {
    expect(writeProblem({ ...target, flags: ['NoWrite'] }, false)).toContain('set by NEPI');
    expect(writeProblem({ ...target, flags: ['Design'] }, false)).toBeUndefined();
    expect(writeProblem({ ...target, flags: ['Design'] }, true)).toContain('before the resource is deployed');
    expect(writeProblem({ ...target, flags: ['Construct', 'Reserved'] }, true)).toBeUndefined();
    expect(writeProblem(target, true)).toBeUndefined();
    for (const flag of ['Credential', 'Filter'] as const) {
      expect(writeProblem({ ...target, flags: [flag] }, true)).toContain('before the resource is deployed');
    }
  });

  it('say what to mask and what not to show', () => {
    expect(isSecret({ ...target, flags: ['Design', 'Credential'] })).toBe(true);
    expect(isSecret(target)).toBe(false);
    expect(isHidden({ ...target, flags: ['NoRead'] })).toBe(true);
    expect(isHidden(target)).toBe(false);
  });

  it('become notes for the form, with the range', () => {
    expect(attributeNotes(target)).toEqual([]);
    const notes = attributeNotes({ ...load, flags: ['Design', 'Filter'] });
    expect(notes).toHaveLength(3);
    expect(notes[0]).toBe('From 0 to 100.');
  });
});
