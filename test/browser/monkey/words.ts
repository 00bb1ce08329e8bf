// What the monkey presses, types and pastes: all keys that mean something, and texts that once were trouble.

const MODIFIED = ['a', 'c', 'd', 'e', 'f', 'g', 'i', 'k', 'l', 'v', 'x', 'y', 'z', '0', '1', 'Enter', 'ArrowUp'];
const PLAIN = [
  ...Array.from('abcdefghijklmnopqrstuvwxyz0123456789.,+-?/[]'),
  ...['Enter', 'Escape', 'Tab', 'Space', 'Delete', 'Backspace', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'F1', 'F2', 'F6'],
];

export const KEYS: readonly string[] = [
  ...PLAIN,
  // Ways out and ways around come more often than one letter.
  ...['Escape', 'Escape', 'Enter', 'Enter', 'Tab', 'Tab', 'Control+z', 'Control+y'],
  ...PLAIN.filter((key) => /^(?:[a-z]|Tab|Arrow|Delete|Enter|F|Space)/.test(key)).map((key) => `Shift+${key}`),
  ...MODIFIED.map((key) => `Control+${key}`),
  ...MODIFIED.map((key) => `Control+Shift+${key}`),
  ...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+ArrowUp', 'Alt+ArrowDown'].filter((key) => !/Left|Right/.test(key)),
];

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

export const TEXTS: readonly string[] = [
  'node',
  'ping',
  '5s',
  '1 d 02:00',
  '-1',
  '1e308',
  '99999999999999999999',
  '4294967295',
  '9007199254740993',
  '__proto__',
  'constructor',
  'valueOf',
  '<img src=x onerror=alert(1)>',
  '=1+1',
  '\u202Eevil\u202C',
  'a\u0301e\u0308',
  '👩‍🔬 Zürich',
  ' ',
  'x'.repeat(3000),
];

const clipboard = (parts: object) =>
  JSON.stringify({
    format: 'nepi-studio.clipboard',
    version: 1,
    id: 'monkey',
    types: [],
    resources: [],
    connections: [],
    conditions: [],
    groups: [],
    outside: { connections: [], conditions: [] },
    ...parts,
  });
const experiment = (parts: object) =>
  JSON.stringify({ format: 'nepi-studio.experiment', version: 1, id: 'monkey', resources: [], ...parts });
const node = (guid: number, more: object = {}) => ({ guid, rtype: 'linux::Node', label: `n${guid}`, ...more });
const application = (guid: number, more: object = {}) => ({
  guid,
  rtype: 'linux::Application',
  attributes: { command: 'sleep 5' },
  ...more,
});

export const PASTES: readonly string[] = [
  'some text',
  '',
  '{',
  deep(3000),
  'x'.repeat(1_000_000),
  clipboard({ resources: [node(1), application(2)], connections: [[2, 1]] }),
  clipboard({ resources: [node(1), node(1)] }),
  clipboard({ resources: [node(4_294_967_294), node(1)] }),
  clipboard({ resources: [node(1, { position: { x: 1e308, y: -1e308 } })] }),
  clipboard({ resources: [node(1, { 'x-deep': JSON.parse(deep(250)) as unknown })] }),
  clipboard({ resources: [{ guid: 1, rtype: 'constructor', label: '__proto__' }] }),
  clipboard({ resources: Array.from({ length: 300 }, (_, at) => node(at + 1, { position: { x: 0, y: 0 } })) }),
  experiment({ resources: [node(1), application(2)], connections: [[2, 1]] }),
  experiment({
    resources: [node(1), application(2), application(3)],
    connections: [
      [2, 1],
      [3, 1],
    ],
    conditions: [
      { resources: [2], action: 'START', group: [3], state: 'STARTED', time: '5s' },
      { resources: [3], action: 'START', group: [2], state: 'STOPPED' },
    ],
    groups: [{ label: 'apps', members: [2, 3] }],
  }),
  experiment({ resources: [node(1, { position: { x: 1e20, y: 1e20 } }), node(2)] }),
  experiment({ resources: [application(1, { behavior: { run: '1440h' } })], simulation: { horizon: '1500h' } }),
  experiment({ resources: [node(1, { 'x-serial': 12345 }), node(1)] }),
];
