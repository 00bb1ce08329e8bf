import { expect, test } from 'vitest';
import { ariaKeys, type KeyPress, matchesKeys, printKeys } from '../../src/app/keymap.ts';

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
});
const ctrl = { ctrlKey: true };
const shift = { shiftKey: true };
const meta = { metaKey: true };

test.each<[KeyPress, string]>([
  [press('z', ctrl), 'Mod+Z'],
  [press('Z', { ...ctrl, ...shift }), 'Mod+Shift+Z'],
  [press('Delete'), 'Delete'],
  [press(' '), 'Space'],
  [press('?', shift), '?'],
  [press('?'), '?'],
  [press('+', shift), '+'],
  [press('.'), '.'],
  [press('r'), 'R'],
  [press('R'), 'R'],
  [press('0', ctrl), 'Mod+0'],
])('%j is %s', (key, keys) => {
  expect(matchesKeys(key, keys, false)).toBe(true);
});

test.each<[KeyPress, string]>([
  [press('z'), 'Mod+Z'],
  [press('z', { ...ctrl, ...shift }), 'Mod+Z'],
  [press('z', { ...ctrl, altKey: true }), 'Mod+Z'],
  [press('z', meta), 'Mod+Z'],
  [press('r', ctrl), 'R'],
  [press('r', shift), 'R'],
  [press(' ', shift), 'Space'],
  [press('1', shift), '1'],
])('%j is not %s', (key, keys) => {
  expect(matchesKeys(key, keys, false)).toBe(false);
});

test('on a Mac, Cmd takes the place of Ctrl', () => {
  expect(matchesKeys(press('z', meta), 'Mod+Z', true)).toBe(true);
  expect(matchesKeys(press('z', ctrl), 'Mod+Z', true)).toBe(false);
  expect(printKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z');
  expect(ariaKeys('Mod+Z', true)).toBe('Meta+Z');
});

test('keys as a person reads them', () => {
  expect(printKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
  expect(printKeys('Delete', false)).toBe('Del');
  expect(printKeys('+', false)).toBe('+');
  expect(printKeys('Mod++', false)).toBe('Ctrl++');
  expect(ariaKeys('Mod+Z', false)).toBe('Control+Z');
});
