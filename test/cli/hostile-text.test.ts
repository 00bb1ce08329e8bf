// What a file or an argument holds may be meant to act on the terminal. It is shown instead.
import { expect, test } from 'vitest';
import { run } from './test-terminal.ts';

const EVIL = 'a\u001b]0;pwned\u0007b\u009b31m\u202ec\nd\0';
const HEAD = { format: 'nepi-studio.experiment', version: 1, id: EVIL };
const ACTS = /[^\n\P{Cc}]|\p{Bidi_Control}/u;

/** Experiments that hold it in one place each. */
const PLACES: Readonly<Record<string, object>> = {
  label: { resources: [{ guid: 1, rtype: 'linux::Node', label: EVIL, attributes: { hostname: 'h' } }] },
  'value that is wrong': {
    resources: [{ guid: 1, rtype: 'linux::Node', attributes: { hostname: 'h', gateway: EVIL } }],
  },
  'number that is text': { resources: [{ guid: 1, rtype: 'ns3::Node', attributes: { SystemId: EVIL } }] },
  type: { resources: [{ guid: 1, rtype: EVIL }] },
  attribute: { resources: [{ guid: 1, rtype: 'linux::Node', attributes: { [EVIL]: 1 } }] },
  trace: { resources: [{ guid: 1, rtype: 'linux::Node', traces: [EVIL] }] },
  field: { [EVIL]: 1, resources: [] },
  'field of the wrong kind': { resources: EVIL },
  duration: { resources: [{ guid: 1, rtype: 'linux::Node', behavior: { deploy: EVIL } }] },
  'own type': { types: [{ rtype: EVIL, extends: EVIL }], resources: [] },
  group: { resources: [{ guid: 1, rtype: 'linux::Node' }], groups: [{ name: EVIL, guids: [1, 9] }] },
  step: { resources: [{ guid: 1, rtype: 'linux::Node' }], script: [{ op: EVIL }] },
};

test.each(Object.keys(PLACES))('nothing acts on the terminal: %s', async (place) => {
  const text = JSON.stringify({ ...HEAD, ...PLACES[place] });
  for (const argv of [['check'], ['simulate'], ['simulate', '--json']]) {
    const { out, err } = await run([...argv, '-'], text);
    expect(out).not.toMatch(ACTS);
    expect(err).not.toMatch(ACTS);
  }
});

test('nor does text that is no JSON, the name of a file, or an option', async () => {
  const broken = await run(['check', '-'], `{"${EVIL}": ${EVIL}`);
  expect(broken.out).not.toMatch(ACTS);
  for (const argv of [
    ['check', EVIL],
    ['simulate', EVIL],
    ['check', `--${EVIL}`],
    ['simulate', '--seed', EVIL, '-'],
    [EVIL],
  ]) {
    const { out, err } = await run(argv);
    expect(out + err).not.toBe('');
    expect(out).not.toMatch(ACTS);
    expect(err).not.toMatch(ACTS);
  }
});

test('a label is shown with what is in it, on one line', async () => {
  const { out } = await run(['simulate', '-'], JSON.stringify({ ...HEAD, ...PLACES['label'] }));
  expect(out).toContain('a␛]0;pwned␇b\\u{9b}31m\\u{202e}c␊d␀');
});

test('a long label, or a wide one, leaves the other columns in line', async () => {
  const labels = ['host', 'x'.repeat(5000), '日本'.repeat(3)];
  const resources = labels.map((label, index) => ({
    guid: index + 1,
    rtype: 'linux::Node',
    label,
    attributes: { hostname: 'h' },
  }));
  const { out } = await run(['simulate', '-'], JSON.stringify({ ...HEAD, id: 'long', resources }));
  const rows = out.split('\n').slice(2, 5);
  expect(rows[0]).toMatch(/^ {2}1 {2}host {38}[A-Z]/);
  expect(rows[1]).toMatch(/^ {2}2 {2}x{39}… {2}[A-Z]/);
  expect(rows[2]).toMatch(/^ {2}3 {2}(?:日本){3} {30}[A-Z]/);
});

test('equal labels have their guid where they are spoken of', async () => {
  const resources = [1, 2].map((guid) => ({
    guid,
    rtype: 'linux::Application',
    label: 'job',
    attributes: { command: 'a' },
  }));
  const { out } = await run(['check', '-'], JSON.stringify({ ...HEAD, id: 'same', resources }));
  expect(out).toContain('job (guid 1)');
  expect(out).toContain('job (guid 2)');
});
