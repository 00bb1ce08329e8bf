// The run can be taken away: as a picture for a paper, for Perfetto, as a table, as the record itself.
import { readFile } from 'node:fs/promises';
import { expect, type Page, type Studio, test } from './studio.ts';

const EXPERIMENT = {
  id: 'two & one',
  resources: [
    { guid: 1, rtype: 'linux::Node', label: 'a "node"', behavior: { provision: '3s' } },
    { guid: 2, rtype: 'linux::Application', label: 'server', behavior: { start: '1s', run: '5s' } },
  ],
  connections: [[1, 2]] as const,
  simulation: { seed: 42 },
};

/** Saves the run by the File menu. */
async function exportRun(page: Page, entry: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await openExportMenu(page);
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: entry }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function openExportMenu(page: Page): Promise<void> {
  await page.getByRole('menubar').getByRole('menuitem', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export run' }).click();
}

async function runToEnd({ page }: Studio): Promise<void> {
  await page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText(/^Completed after/).first()).toBeVisible();
}

test('without a run there is nothing to export', async ({ studio, page }) => {
  await studio.openExperiment(EXPERIMENT);
  await openExportMenu(page);
  await expect(page.getByRole('menuitem', { name: 'Picture for a paper (SVG)' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('the run as a picture, with text, caption and legend, in light colours whatever the theme', async ({
  studio,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await studio.openExperiment(EXPERIMENT);
  await runToEnd(studio);
  const { name, bytes } = await exportRun(page, 'Picture for a paper (SVG)');
  expect(name).toBe('two - one-run.svg');
  const drawn = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      broken: svg.querySelector('parsererror') !== null,
      texts: [...svg.querySelectorAll('text')].map((node) => node.textContent),
      ground: svg.querySelector('svg > rect')?.getAttribute('fill'),
    };
  }, bytes.toString());
  expect(drawn.broken).toBe(false);
  expect(drawn.texts).toEqual(expect.arrayContaining(['a "node"', 'server', 'STARTED', 'waits', 'two & one, seed 42']));
  expect(drawn.ground).toMatch(/^#f{3}(f{3})?$/);

  const png = await exportRun(page, 'Picture (PNG)');
  expect(png.name).toBe('two - one-run.png');
  const width = Number(/<svg[^>]* width="(\d+)"/.exec(bytes.toString())![1]);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBe(2 * width);
});

test('the run as a table, a trace and a record tell the same', async ({ studio, page }) => {
  await studio.openExperiment(EXPERIMENT);
  await runToEnd(studio);
  const record = await exportRun(page, 'Record of the run (JSON)');
  expect(record.name).toBe('two - one-run.json');
  const { events, finished, states } = JSON.parse(record.bytes.toString()) as {
    readonly events: readonly (readonly [number, string, number, unknown])[];
    readonly finished: boolean;
    readonly states: Readonly<Record<string, string>>;
  };
  expect(finished).toBe(true);
  expect(states).toEqual({ 1: 'RELEASED', 2: 'RELEASED' });
  expect(events.length).toBeGreaterThan(10);

  const csv = await exportRun(page, 'Events as a table (CSV)');
  expect(csv.name).toBe('two - one-run.csv');
  const rows = csv.bytes.toString().trimEnd().split('\r\n').slice(1);
  const states1 = rows.filter((row) => row.includes(',1,"a ""node""",state,')).map((row) => row.split(',')[5]);
  expect(states1).toEqual(events.filter(([, kind, guid]) => kind === 'state' && guid === 1).map(([, , , to]) => to));

  const excel = await exportRun(page, 'Events as a table for Excel (CSV)');
  expect(excel.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(excel.bytes.subarray(3)).toEqual(csv.bytes);

  const perfetto = await exportRun(page, 'Trace for Perfetto (JSON)');
  expect(perfetto.name).toBe('two - one-run.perfetto.json');
  const { traceEvents } = JSON.parse(perfetto.bytes.toString()) as {
    readonly traceEvents: readonly { readonly ph: string; readonly name: string; readonly args?: { name?: string } }[];
  };
  const lanes = traceEvents.filter(({ name }) => name === 'thread_name').map(({ args }) => args?.name);
  expect(lanes).toEqual(['script', 'a "node" (linux::Node)', 'server (linux::Application)']);
});

test('the timeline has the same files', async ({ studio, page }) => {
  await studio.openExperiment(EXPERIMENT);
  await runToEnd(studio);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the run' }).click();
  await page.getByRole('menuitem', { name: 'Events as a table (CSV)' }).click();
  expect((await download).suggestedFilename()).toBe('two - one-run.csv');
});
