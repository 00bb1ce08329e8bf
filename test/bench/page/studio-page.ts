// The studio as the benchmarks of pages use it.
import type { Page } from 'playwright';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { settle } from '../browser/main-thread.ts';
import { nodesWithApplications } from '../engine-experiments.ts';

/** Nodes with ten applications each, placed in a grid, as in a drawing. */
export function placedExperiment(count: number): Experiment {
  const experiment = nodesWithApplications(count);
  const columns = Math.ceil(Math.sqrt(count));
  return {
    ...createExperiment('bench'),
    ...experiment,
    id: 'bench',
    resources: experiment.resources.map((resource, index) => ({
      ...resource,
      label: `resource-${resource.guid}`,
      position: { x: (index % columns) * 280, y: Math.floor(index / columns) * 140 },
    })),
  };
}

/** Opens the studio with an experiment, and waits until it has nothing more to do. */
export async function openStudio(page: Page, file: string): Promise<void> {
  await studioSettled(page);
  await openFile(page, file);
}

/** Waits until the studio has kept what it shows, and has nothing more to do. */
export async function studioSettled(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Saved\./ }).waitFor({ timeout: 120_000 });
  await settle(page);
}

/** Opens a file in the studio, and waits until that has nothing more to do. */
export async function openFile(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menubar').getByRole('menuitem', { name: 'File', exact: true }).click();
  await page.getByRole('menu').getByRole('menuitem', { name: 'Open file…' }).click();
  // From the disk, as a person would: handed over as text it would leave the page full of what is not its own.
  await (await chooser).setFiles(file);
  await page.waitForFunction(() => document.title.startsWith('bench'), undefined, { timeout: 120_000 });
  await studioSettled(page);
}
