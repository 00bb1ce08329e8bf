// Runs of months and of centuries: the timeline shows all of them, and their single microseconds.
import type { Locator } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, type Studio, test } from './studio.ts';

const HOUR = 3_600_000_000;

/** An application that runs for so many hours, in a run that may last a little longer. */
async function run(studio: Studio, id: string, hours: number, horizon = hours + 60): Promise<Locator> {
  await studio.openExperiment({
    id,
    resources: [
      { guid: 1, rtype: 'linux::Node', label: 'host', attributes: { hostname: 'h' } },
      {
        guid: 2,
        rtype: 'linux::Application',
        label: 'probe',
        attributes: { command: 'ping' },
        behavior: { run: `${hours}h` },
      },
    ],
    connections: [[2, 1]],
    simulation: { horizon: `${horizon}h` },
  });
  await studio.page.keyboard.press('Space');
  const timeline = studio.page.getByRole('slider', { name: /^Timeline of 2 resources/ });
  await expect.poll(() => numberOf(timeline, 'aria-valuemax')).toBeGreaterThan(hours * HOUR);
  await studio.transport.getByRole('button', { name: /^Pause/ }).click();
  return timeline;
}

async function numberOf(slider: Locator, attribute: string): Promise<number> {
  return Number(await slider.getAttribute(attribute));
}

for (const [name, hours] of [
  ['sixty days', 1440],
  ['two hundred years', 200 * 365 * 24],
  ['285 years', 285 * 365 * 24],
] as const) {
  test(`a run of ${name} fits the timeline`, async ({ studio }) => {
    const { page } = studio;
    const timeline = await run(studio, name.replaceAll(' ', '-'), hours);
    const end = await numberOf(timeline, 'aria-valuemax');
    const box = (await timeline.boundingBox())!;

    // The end of the axis is the end of the run.
    await page.mouse.click(box.x + box.width - 14, box.y + 8);
    expect(await numberOf(timeline, 'aria-valuenow')).toBeGreaterThan(end * 0.99);
    await expect(timeline).not.toHaveAttribute('aria-valuetext', /e\+/);

    await page.keyboard.press('Home');
    expect(await numberOf(timeline, 'aria-valuenow')).toBe(0);
    await page.keyboard.press('End');
    expect(await numberOf(timeline, 'aria-valuenow')).toBe(end);

    // The event before the end, looked at as closely as one can: each key press is a microsecond.
    await page.keyboard.press(',');
    const last = await numberOf(timeline, 'aria-valuenow');
    expect(last).toBeGreaterThan(hours * HOUR);
    await page.mouse.move(box.x + box.width / 2, box.y - 40);
    for (let step = 0; step < 40; step++) await page.keyboard.press('Shift+W');
    await page.keyboard.press('ArrowLeft');
    expect(await numberOf(timeline, 'aria-valuenow')).toBe(last - 1);
    await page.keyboard.press('ArrowLeft');
    expect(await numberOf(timeline, 'aria-valuenow')).toBe(last - 2);

    // A typed time is found again.
    const time = page.getByRole('textbox', { name: /^Time:/ });
    const written = await time.inputValue();
    await page.keyboard.press('Home');
    await time.fill(written);
    await time.press('Enter');
    await expect(timeline).toHaveAttribute('aria-valuenow', String(last - 2));

    // Out again: all of it is there.
    await timeline.focus();
    await page.keyboard.press('Shift+F');
    await page.mouse.click(box.x + box.width - 14, box.y + 8);
    expect(await numberOf(timeline, 'aria-valuenow')).toBeGreaterThan(end * 0.99);
  });
}

test('the picture of a long run names its time in years, and no label covers another', async ({ studio }) => {
  const { page } = studio;
  await run(studio, 'centuries', 285 * 365 * 24);
  await page.getByRole('button', { name: 'Save the run' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /SVG/ }).click();
  const svg = await readFile(await (await download).path(), 'utf8');
  const labels = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>(\d+ y)<\/text>/g)].map(([, x, text]) => ({
    x: Number(x),
    text: text!,
  }));
  expect(labels.length).toBeGreaterThan(2);
  for (const [index, { x, text }] of labels.slice(1).entries()) {
    expect(x - labels[index]!.x).toBeGreaterThan(text.length * 6);
  }
  expect(svg).not.toContain('e+');
});
