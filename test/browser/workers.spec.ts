// Workers that can't be loaded, can't be had at all, or are killed: it is said, begun again, and nothing waits for ever.
import { expect, type Page, test } from '@playwright/test';
import { Studio } from './studio.ts';

/** Resources enough that a run comes in several chunks; the last has a problem. */
const MANY = {
  id: 'many',
  resources: [
    ...Array.from({ length: 300 }, (_, index) => ({
      guid: index + 1,
      rtype: 'linux::Node',
      attributes: { hostname: `h${index}` },
    })),
    { guid: 999, rtype: 'linux::Nod' },
  ],
};
const FEW = { id: 'few', resources: [{ guid: 1, rtype: 'linux::Node', attributes: { hostname: 'h' } }] };
const WITH_PROBLEM = { id: 'odd', resources: [{ guid: 1, rtype: 'linux::Nod' }] };

const ENGINE = '**/assets/entry-*.js';
const LOCAL_ENGINE = '**/assets/local-driver-*.js';
const RULES = '**/assets/check-entry-*.js';
const LOCAL_RULES = '**/assets/check-steps-*.js';

/**
 * Kills workers as a browser does, without any event.
 * @param when `first chunk`: as soon as a run has shown something; `check`: when a check was asked for. `times`
 * says how often.
 */
async function killWorkers(page: Page, when: 'first chunk' | 'check', times = 1): Promise<void> {
  await page.addInitScript(
    ({ moment, most }) => {
      let left = most;
      const kill = (worker: Worker) => {
        if (left-- > 0) worker.terminate();
      };
      window.Worker = class extends Worker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          this.addEventListener('message', ({ data }) => {
            if (moment === 'first chunk' && data.kind === 'chunk' && !data.chunk.outcome) kill(this);
            // It is killed when it is loaded, with a question before it that it has not heard.
            if (moment === 'check' && data.kind === 'alive' && options?.name === 'nepi-rules') kill(this);
          });
        }
        override postMessage(message: { kind?: string }, ...rest: never[]) {
          if (moment !== 'check' || message.kind !== 'check' || left <= 0) super.postMessage(message, ...rest);
        }
      };
    },
    { moment: when, most: times },
  );
}

async function open(page: Page, experiment: { readonly id: string }): Promise<Studio> {
  const studio = new Studio(page);
  await studio.visit();
  await studio.openExperiment(experiment);
  return studio;
}

const play = (page: Page) => page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Play' }).click();
const problemsTab = (page: Page) => page.getByRole('tab', { name: /^Problems/ });
/** The run on screen is over. */
const isOver = (page: Page) => expect(page.getByText(/^Completed after/).first()).toBeVisible();

test('an engine that can’t be loaded as a worker runs in the page', async ({ page }) => {
  await page.route(ENGINE, (route) => route.abort());
  await open(page, FEW);
  await play(page);
  await isOver(page);
});

test('an engine that can’t be loaded at all says so, and runs when it is tried again', async ({ page }) => {
  await page.route(ENGINE, (route) => route.abort());
  await page.route(LOCAL_ENGINE, (route) => route.abort());
  await open(page, FEW);
  await play(page);
  const status = page.getByRole('region', { name: 'Run and problems' });
  await expect(status.getByText(/could not be loaded/)).toBeVisible();
  await page.unrouteAll();
  await status.getByRole('button', { name: 'Try again' }).click();
  await isOver(page);
});

test('an engine that is killed says so, shows what there is, and plays again', async ({ page }) => {
  await killWorkers(page, 'first chunk');
  await open(page, { ...MANY, resources: MANY.resources.slice(0, 300) } as typeof MANY);
  await play(page);
  const status = page.getByRole('region', { name: 'Run and problems' });
  await expect(status.getByText(/ended unexpectedly/)).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Log/ })).toHaveText(/\d/);
  await play(page);
  await isOver(page);
});

test('a check whose worker is killed is made again', async ({ page }) => {
  await killWorkers(page, 'check', 2);
  await open(page, WITH_PROBLEM);
  await problemsTab(page).click();
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('linux::Nod');
});

test('rules that can’t be loaded as a worker check in the page', async ({ page }) => {
  await page.route(RULES, (route) => route.abort());
  await open(page, WITH_PROBLEM);
  await problemsTab(page).click();
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('linux::Nod');
});

test('rules that can’t be loaded at all say so, and check when they are asked again', async ({ page }) => {
  await page.route(RULES, (route) => route.abort());
  await page.route(LOCAL_RULES, (route) => route.abort());
  await open(page, WITH_PROBLEM);
  await problemsTab(page).click();
  await expect(page.getByText(/Checking stopped/)).toBeVisible();
  await expect(page.getByText('No problems found')).toHaveCount(0);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('linux::Nod');
  await expect(page.getByText(/Checking stopped/)).toHaveCount(0);
});

test('a browser without workers still checks and runs', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('no workers');
      }
    } as never;
  });
  const studio = await open(page, WITH_PROBLEM);
  await problemsTab(page).click();
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('linux::Nod');
  await studio.openExperiment(FEW);
  await page.getByRole('tab', { name: /^Timeline/ }).click();
  await play(page);
  await isOver(page);
});

test('a layout that can’t be loaded says so, and can be tried again', async ({ page }) => {
  await page.route('**/assets/elk-*.js', (route) => route.abort());
  await open(page, { ...MANY, resources: MANY.resources.slice(0, 3) } as typeof MANY);
  await page.keyboard.press('Alt+l');
  await expect(page.getByText(/lays out could not be loaded/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  await page.unrouteAll();
  await page.getByRole('region', { name: 'Notifications' }).getByText('Try again').click();
  await expect(page.getByRole('button', { name: /^Undo lay out/ })).toBeVisible();
});
