import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from './test-terminal.ts';

const HEAD = { format: 'nepi-studio.experiment', version: 1, id: 'test' };
const NODE = { guid: 1, rtype: 'linux::Node', attributes: { hostname: 'here.example' } };
const golden = (name: string) => join(import.meta.dirname, `../golden/${name}.json`);
const check = (file: unknown) => run(['check', '-'], typeof file === 'string' ? file : JSON.stringify(file, null, 1));

const folder = mkdtempSync(join(tmpdir(), 'nepi-studio-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('a sound experiment: nothing to say', async () => {
  expect(await run(['check', golden('ping'), golden('server-and-clients')])).toEqual({ exit: 0, out: '', err: '' });
});

describe('2: what is no experiment of ours', () => {
  test.each([
    ['{"format": "nepi-stu', '(stdin):1: format: the file ends too early'],
    ['', '(stdin):1: the file is empty'],
    ['[]', '(stdin):1: this is not a NEPI Studio experiment'],
    [{ ...HEAD, version: 2 }, '(stdin):3: version: this file was written by a newer NEPI Studio (version 2)'],
    ['{"__proto__": {"a": 1}}', '(stdin):1: format: this is not a NEPI Studio experiment: its format is missing'],
  ])('%j', async (file, line) => {
    const { exit, out } = await check(file);
    expect(exit).toBe(2);
    expect(out.startsWith(line)).toBe(true);
  });

  test('a file that is not there, a folder, a picture', async () => {
    const picture = written('picture.json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]));
    expect(await run(['check', join(folder, 'nothing.json'), folder, picture])).toEqual({
      exit: 2,
      out:
        `${join(folder, 'nothing.json')}: there is no such file\n` +
        `${folder}: this is a folder, not a file\n` +
        `${picture}:1: this is not a text file\n`,
      err: '',
    });
  });
});

describe('1: an experiment with problems, each in a line with its place', () => {
  test.each([
    [
      { ...HEAD, resources: [NODE, NODE] },
      '(stdin):14: resources[1].guid: guid 1 is taken by resources[0]; guids are unique: give this resource another, such as 2\n',
    ],
    [
      { ...HEAD, resources: [NODE], connections: [[1, 5]] },
      '(stdin):17: connections[0][1]: no resource has the guid 5: add it to resources, or take it out of this connection\n',
    ],
    [
      { ...HEAD, resources: [{ ...NODE, label: 'server', behavior: { run: '2m30s' } }] },
      '(stdin):14: resources[0].behavior.run: "2m30s" does not fit (guid 1, "server"): a time is one number and one unit (h, m, s, ms or us), such as 150s, 2.5m or 0.25s\n',
    ],
  ])('of the file: %j', async (file, out) => {
    expect(await check(file)).toEqual({ exit: 1, out, err: '' });
  });

  test('of the rules: an unknown type', async () => {
    const { exit, out } = await check({ ...HEAD, resources: [{ ...NODE, rtype: 'linux::Nod' }] });
    expect(exit).toBe(1);
    expect(out).toMatch(/^\(stdin\):8: resources\[0\]\.rtype: .*linux::Nod, .*linux::Node/);
  });

  test('of the rules: two that wait for each other', async () => {
    const { exit, out } = await run(['check', golden('deadlock')]);
    expect(exit).toBe(1);
    expect(out).toMatch(/deadlock\.json:98: conditions\[0\]: /);
  });
});

test('what is only good to know is told, but is no problem', async () => {
  const { exit, out } = await run(['check', golden('script-error')]);
  expect(exit).toBe(0);
  expect(out).toMatch(/: info: /);
});

test('every file is looked at, and the worst counts', async () => {
  const { exit, out } = await run([
    'check',
    golden('deadlock'),
    join(folder, 'nothing.json'),
    golden('ping'),
    golden('deadlock'),
  ]);
  expect(exit).toBe(2);
  expect(out.match(/^.*?\.json/gm)).toEqual([golden('deadlock'), join(folder, 'nothing.json'), golden('deadlock')]);
});
