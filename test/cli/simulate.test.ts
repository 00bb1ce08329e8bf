import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './test-terminal.ts';

const folder = join(import.meta.dirname, '../golden');
const file = (name: string) => join(folder, `${name}.json`);
const HEAD = { format: 'nepi-studio.experiment', version: 1, id: 'test' };

interface Trace {
  readonly events: readonly unknown[];
  readonly steps: readonly unknown[];
  readonly finished: boolean;
  readonly error: boolean;
  readonly abort: boolean;
  readonly end: number;
  readonly states: Readonly<Record<string, string>>;
  readonly tasks: number;
  readonly outcome?: string;
  readonly stalled?: readonly unknown[];
}

async function simulate(...argv: readonly string[]): Promise<readonly Trace[]> {
  const { exit, out, err } = await run(['simulate', '--json', ...argv]);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Trace);
}

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.trace.json'))
  .map((name) => name.replace('.trace.json', ''));

test.each(names)("simulate --json gives NEPI's trace of %s", async (name) => {
  const [trace] = await simulate(file(name));
  const golden = JSON.parse(readFileSync(join(folder, `${name}.trace.json`), 'utf8')) as Trace;
  // Where NEPI never finished we may stop earlier, knowing that nothing more can happen.
  const { end, tasks, ...always } = golden;
  expect(trace).toMatchObject(golden.finished ? golden : always);
  expect(trace?.events).toEqual(golden.events);
  expect(golden.finished ? Object.keys(trace ?? {}).sort() : []).toEqual(golden.finished ? Object.keys(golden) : []);
  expect([end, tasks].every(Number.isInteger)).toBe(true);
});

test('one line a file, in their order', async () => {
  const traces = await simulate(file('deadlock'), file('ping'));
  expect(traces.map(({ finished }) => finished)).toEqual([false, true]);
});

describe('options', () => {
  const random = {
    ...HEAD,
    types: [{ rtype: 'test::Node', behavior: { provision: { dist: 'exponential', mean: '10s' } } }],
    resources: [{ guid: 1, rtype: 'test::Node' }],
  };
  const drawn = async (...argv: readonly string[]) =>
    (await run(['simulate', '--json', ...argv, '-'], JSON.stringify(random))).out;

  test("--seed replaces the file's", async () => {
    expect(await drawn('--seed', '1')).toBe(await drawn());
    expect(await drawn('--seed', '2')).not.toBe(await drawn());
  });

  test("--horizon replaces the file's", async () => {
    const [trace] = await simulate('--horizon', '10s', file('ping'));
    expect(trace).toMatchObject({ finished: false, outcome: 'horizon' });
  });
});

describe('--ideal', () => {
  test("leaves out NEPI's polling delays and worker limit, and says what they cost", async () => {
    const { exit, out } = await run(['simulate', '--ideal', file('crowded-workers')]);
    expect(exit).toBe(0);
    expect(out).toMatch(/^crowded-workers: completed at 54\.4s\n/);
    expect(out).toContain('the orchestrator costs 10.1s (15.7 %)');
  });

  test('with --json it prints that run alone', async () => {
    const [trace, ...others] = await simulate('--ideal', file('server-and-clients'));
    expect(trace).toMatchObject({ finished: true, end: 56_500_000 });
    expect(others).toEqual([]);
  });
});

describe('in words', () => {
  test('a run that completes', async () => {
    const { exit, out } = await run(['simulate', file('ping')]);
    expect(exit).toBe(0);
    expect(out).toBe(`ping: completed at 55s
  3 resources, 16 events, 67 tasks
  1  Node 1         RELEASED  since 54.5s
  2  Node 2         RELEASED  since 54.5s
  3  Application 3  RELEASED  since 54.5s
`);
  });

  test('who waits for whom when nothing can change any more', async () => {
    const { out } = await run(['simulate', file('deadlock')]);
    expect(out).toMatch(/^deadlock: stalled at \S+: nothing can change any more\n/);
    expect(out).toContain('Application 2 waits for Application 3 to be STOPPED before its START\n');
    expect(out).toContain('Application 3 waits for Application 2 to be STOPPED before its START\n');
    expect(out).toContain('the script waits for Application 3 to be STOPPED (step 2)\n');
  });

  test('who failed, and why', async () => {
    const { out } = await run(['simulate', file('critical-failure')]);
    expect(out).toMatch(/^critical-failure: aborted, because a critical resource failed/);
    expect(out).toMatch(/ failed at \S+/);
  });

  test('a script that ends with an error', async () => {
    const { out } = await run(['simulate', file('script-error')]);
    expect(out).toMatch(/^script-error: stopped with an error at 1\.5s: /);
  });
});

describe('what can not be simulated', () => {
  test('an unknown type: says why, and ends with 1', async () => {
    const experiment = { ...HEAD, resources: [{ guid: 1, rtype: 'linux::Nod' }] };
    const { exit, out, err } = await run(['simulate', '-'], JSON.stringify(experiment));
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toMatch(/^\(stdin\):1: resources\[0\]\.rtype: .*linux::Nod, which is not known/);
  });

  test('a type of the own that extends an unknown one', async () => {
    const experiment = { ...HEAD, types: [{ rtype: 'a', extends: 'b' }], resources: [{ guid: 1, rtype: 'a' }] };
    const { exit, err } = await run(['simulate', '-'], JSON.stringify(experiment));
    expect(exit).toBe(1);
    expect(err).toMatch(/^\(stdin\):1: types\[0\]\.extends: /);
  });

  test('a file that is not there: the others are simulated all the same', async () => {
    const { exit, out, err } = await run(['simulate', file('nothing'), file('ping')]);
    expect(exit).toBe(2);
    expect(err).toBe(`${file('nothing')}: there is no such file\n`);
    expect(out).toMatch(/^ping: completed/);
  });
});
