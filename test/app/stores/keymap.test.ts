import { expect, test } from 'vitest';
import { ariaKeys, type KeyPress, matchesKeys, meantKey, printKeys } from '../../../src/app/stores/keymap.ts';

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

const at = (code: string, key: string, modifiers: Partial<KeyPress> = {}) => press(key, { code, ...modifiers });
const alt = { altKey: true };
const ctrlShift = { ...ctrl, ...shift };

/** Keyboards: what they type at a place, and the shortcut that it is. */
test.each<[layout: string, KeyPress, string]>([
  ['Russian', at('KeyZ', 'я', ctrl), 'Mod+Z'],
  ['Russian', at('KeyZ', 'Я', ctrlShift), 'Mod+Shift+Z'],
  ['Russian', at('KeyR', 'к'), 'R'],
  ['Russian', at('KeyR', 'К', shift), 'Shift+R'],
  ['Russian', at('Slash', '.'), '.'],
  ['Russian', at('Digit7', '?', shift), '?'],
  ['Russian', at('KeyL', 'д', alt), 'Alt+L'],
  ['Greek', at('KeyZ', 'ζ', ctrl), 'Mod+Z'],
  ['Greek', at('KeyS', 'σ', ctrl), 'Mod+S'],
  ['Greek', at('KeyW', 'ς'), 'W'],
  ['Greek', at('KeyQ', ';'), ';'],
  ['Hebrew', at('KeyZ', 'ז', ctrl), 'Mod+Z'],
  ['Hebrew', at('KeyT', 'א'), 'T'],
  ['Hebrew', at('Slash', '.'), '.'],
  ['Hebrew', at('Quote', ','), ','],
  ['Arabic', at('KeyZ', 'ئ', ctrl), 'Mod+Z'],
  ['Arabic', at('KeyZ', '~', ctrlShift), 'Mod+Shift+Z'],
  ['Arabic', at('KeyG', 'لأ', ctrlShift), 'Mod+Shift+G'],
  ['Arabic', at('KeyB', 'لا', ctrl), 'Mod+B'],
  ['Arabic', at('Digit0', '٠', ctrl), 'Mod+0'],
  ['Thai', at('KeyZ', 'ผ', ctrl), 'Mod+Z'],
  ['Thai', at('KeyY', 'ั', ctrl), 'Mod+Y'],
  ['Korean', at('KeyZ', 'ㅋ', ctrl), 'Mod+Z'],
  ['Japanese kana', at('KeyZ', 'つ', ctrl), 'Mod+Z'],
  ['QWERTZ', at('KeyY', 'z', ctrl), 'Mod+Z'],
  ['QWERTZ', at('KeyZ', 'y', ctrl), 'Mod+Y'],
  ['QWERTZ', at('Slash', '-'), '-'],
  ['QWERTZ', at('BracketRight', '+'), '+'],
  ['QWERTZ', at('Minus', '?', shift), '?'],
  ['AZERTY', at('KeyW', 'z', ctrl), 'Mod+Z'],
  ['AZERTY', at('KeyQ', 'a'), 'A'],
  ['AZERTY', at('Digit1', '1', shift), '1'],
  ['AZERTY', at('Digit0', '0', ctrlShift), 'Mod+0'],
  ['AZERTY', at('Digit1', '&', alt), 'Alt+1'],
  ['AZERTY', at('KeyM', '?', shift), '?'],
  ['AZERTY', at('Comma', '.', shift), '.'],
  ['Czech', at('Digit1', '1', shift), '1'],
  ['Czech', at('Digit1', '+'), '+'],
  ['Dvorak', at('Slash', 'z', ctrl), 'Mod+Z'],
  ['Dvorak', at('KeyE', '.'), '.'],
  ['Dvorak', at('KeyW', ','), ','],
  ['Dvorak', at('KeyZ', ';'), ';'],
  ['Mac, with Option', at('KeyL', '¬', alt), 'Alt+L'],
  ['Mac, with Option', at('KeyA', 'Å', { ...alt, ...shift }), 'Alt+Shift+A'],
  ['Mac, with Option', at('KeyN', 'Dead', alt), 'Alt+N'],
])('%s: %j is %s', (_layout, key, keys) => {
  expect(matchesKeys(key, keys, false)).toBe(true);
});

test.each<[layout: string, KeyPress, string]>([
  ['QWERTZ', at('KeyZ', 'y', ctrl), 'Mod+Z'],
  ['QWERTZ', at('KeyY', 'z', ctrl), 'Mod+Y'],
  ['AZERTY', at('KeyQ', 'a'), 'Q'],
  ['AZERTY', at('KeyZ', 'w', ctrl), 'Mod+Z'],
  ['AZERTY', at('Digit1', '&'), '1'],
  ['AZERTY', at('KeyA', 'q', alt), 'Alt+A'],
  ['Dvorak', at('KeyZ', ';', ctrl), 'Mod+Z'],
  ['Dvorak', at('KeyW', ','), 'W'],
  ['Dvorak', at('KeyE', '.'), 'E'],
  ['QWERTY', at('Digit1', '!', shift), '1'],
  ['German', at('Digit3', '§', shift), '3'],
  ['Turkish', at('Semicolon', 'ş'), ';'],
  ['Russian', at('KeyZ', 'я'), 'Mod+Z'],
  ['Russian', at('KeyZ', 'я', ctrl), 'Mod+Y'],
])('%s: %j is not %s', (_layout, key, keys) => {
  expect(matchesKeys(key, keys, false)).toBe(false);
});

test('keys with a name mean themselves on every keyboard', () => {
  for (const key of ['Enter', 'Escape', 'ArrowLeft', 'F2', 'Tab']) {
    expect(meantKey(press(key, { code: key }))).toBe(key.toLowerCase());
  }
});
