import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from '../../../src/app/files/file-name.ts';

test.each([
  ['ping', 'ping.json'],
  ['a/b\\c:d', 'a-b-c-d.json'],
  ['../../etc/passwd', 'etc-passwd.json'],
  ['', 'experiment.json'],
  ['...', 'experiment.json'],
  ['Versuch äöü 1.2', 'Versuch äöü 1.2.json'],
  ['Zoe\u0308', 'Zoë.json'],
  ['हिन्दी', 'हिन्दी.json'],
  ['x\u0301', 'x\u0301.json'],
  ['con', '_con.json'],
  ['COM1.old', '_COM1.old.json'],
  ['nul ', '_nul.json'],
  ['console', 'console.json'],
  ['a\u0000b\u202ec', 'a-b-c.json'],
  ['tail. .', 'tail.json'],
])('%j becomes the file name %j', (id, name) => {
  expect(fileName(id)).toBe(name);
});

test('a long name is cut at a whole character', () => {
  const name = fileName('日本'.repeat(100), '-run.csv');
  expect(name).toMatch(/^(?:日本)+日?-run\.csv$/);
  expect(new TextEncoder().encode(name).length).toBeGreaterThan(180);
  expect(fileName(`${'x'.repeat(192)}e\u0301\u0301`)).toBe(`${'x'.repeat(192)}.json`);
});

test('every name is short, keeps its ending, and has nothing that a file system refuses', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('.json', '-run.csv', '-run.trace.json'),
      (id, ending) => {
        const name = fileName(id, ending);
        expect(new TextEncoder().encode(name).length).toBeLessThan(200);
        expect(name.endsWith(ending)).toBe(true);
        expect(name.length).toBeGreaterThan(ending.length);
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}<>:"/\\|?*]|^[. -]|[. ]$/u);
        expect(name).toBe(name.trim());
      },
    ),
  );
});
