import { expect, test, vi } from 'vitest';

/** Runs an example, which is a program, and gives what it prints. */
async function output(run: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  await run();
  log.mockRestore();
  return lines;
}

test('the ping example prints its timeline', async () => {
  const lines = await output(() => import('../../examples/ping.ts'));
  expect(lines.filter((line) => /linux::Ping 3/.test(line)).map((line) => line.split('  ').at(-1))).toEqual([
    'set',
    'DISCOVERED',
    'PROVISIONED',
    'READY',
    'STARTED',
    'STOPPED',
    'RELEASED',
  ]);
  const startOf = (guid: number) => Number(lines.find((line) => line.includes(`${guid}  STARTED`))!.slice(0, 9));
  expect(startOf(3)).toBeGreaterThanOrEqual(startOf(2) + 2);
  expect(lines.at(-1)).toMatch(/run done/);
});

test('the example with a resource of its own runs two sensors, one after the other', async () => {
  const lines = await output(() => import('../../examples/own-resource.ts'));
  expect(lines.slice(0, 2)).toEqual([
    expect.stringMatching(/^S-1: ran from 0\.5\d* to 10\.5\d* min$/),
    expect.stringMatching(/^S-2: ran from 11\.5\d* to 14\.5\d* min$/),
  ]);
  expect(lines[2]).toBe('S-1 charges\n');
});
