// Storage that misbehaves: the page comes up, says what is true, tries again, and asks before anything is lost.
import { expect, type Page, Studio, test } from '../studio.ts';
import { FAULTS, fillDisk, NO_DATABASE } from './broken-storage.ts';

const nameField = (page: Page) => page.getByRole('banner').getByRole('textbox', { name: /name/i });

async function rename(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name);
  await nameField(page).press('Enter');
}

/** A page of the site that has nothing of the studio. */
async function visitBlank(page: Page): Promise<void> {
  await page.route('**/blank', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:," />' }),
  );
  await page.goto('/blank');
}

/** Changes what is kept of all documents, while no page has them open. */
async function changeRows(page: Page, change: 'lose text' | 'null' | 'number'): Promise<void> {
  await page.evaluate(
    (how) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('nepi-studio');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction('documents', 'readwrite');
          const rows = transaction.objectStore('documents').openCursor();
          rows.onsuccess = () => {
            const cursor = rows.result;
            if (!cursor) return;
            const { text: _text, ...row } = cursor.value as { text: string };
            cursor.update(how === 'lose text' ? row : { ...row, text: how === 'null' ? null : 5 });
            cursor.continue();
          };
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    change,
  );
}

for (const [title, fault] of Object.entries(FAULTS)) {
  test(`${title}: the page comes up and saves`, async ({ page }) => {
    await page.addInitScript(fault);
    const studio = new Studio(page);
    await studio.visit();
    await rename(page, 'kept');
    await studio.waitUntilSaved();
    await page.reload();
    await studio.waitUntilSaved();
    await expect(nameField(page)).toHaveValue('kept');
  });
}

for (const [title, fault] of Object.entries(NO_DATABASE)) {
  test(`${title}: the header says that nothing is kept, and the page asks before it is left`, async ({ page }) => {
    await page.addInitScript(fault);
    const studio = new Studio(page);
    await page.goto('/');
    await expect(page.getByRole('button', { name: /^Not kept: browser keeps nothing/ })).toBeVisible();
    await rename(page, 'only here');
    await expect(page.getByRole('button', { name: /^Not kept/ })).toBeVisible();
    expect(await asks(page)).toBe(true);
    await studio.exportJson();
    expect(await asks(page)).toBe(false);
  });
}

/** Whether the page would ask before it is left now. */
const asks = (page: Page) =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

test('a database that does not open: the page comes up all the same, and saves once it opens', async ({ page }) => {
  await page.addInitScript(() => {
    // Called with `apply` below.
    // oxlint-disable-next-line typescript/unbound-method
    const open = IDBFactory.prototype.open;
    const waiting: (() => void)[] = [];
    IDBFactory.prototype.open = function (...of) {
      const request = {} as IDBOpenDBRequest & Record<string, ((event: Event) => void)[]>;
      const listened: [string, EventListener][] = [];
      Object.setPrototypeOf(request, IDBOpenDBRequest.prototype);
      Object.defineProperty(request, 'addEventListener', {
        value: (name: string, listener: EventListener) => listened.push([name, listener]),
      });
      Object.defineProperty(request, 'removeEventListener', { value: () => {} });
      waiting.push(() => {
        const real = open.apply(this, of);
        for (const name of ['result', 'transaction', 'error'] as const)
          Object.defineProperty(request, name, { get: () => real[name] });
        for (const [name, listener] of listened) real.addEventListener(name, listener);
      });
      return request;
    };
    Object.assign(window, {
      openNow() {
        IDBFactory.prototype.open = open;
        for (const go of waiting) go();
      },
    });
  });
  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Not kept: browser not answering/ })).toBeVisible();
  await rename(page, 'meanwhile');
  await page.evaluate(() => (window as unknown as { openNow: () => void }).openNow());
  const studio = new Studio(page);
  await studio.waitUntilSaved();
  expect(await asks(page)).toBe(false);
});

for (const damage of ['lose text', 'null', 'number'] as const) {
  test(`a kept document whose text is damaged (${damage}) is put aside and reported`, async ({
    studio,
    page,
    context,
  }) => {
    await rename(page, 'damaged');
    await studio.waitUntilSaved();
    const away = await context.newPage();
    await visitBlank(away);
    await page.goto('about:blank');
    await changeRows(away, damage);
    await away.close();
    await page.goto('/');
    await studio.waitUntilSaved();
    await expect(page.getByText(/'damaged' can't be read.*put aside, not deleted/).first()).toBeVisible();
    await page.reload();
    await studio.waitUntilSaved();
  });
}

test('site data that is deleted under the page is written again, without another change', async ({ studio, page }) => {
  await rename(page, 'still here');
  await studio.waitUntilSaved();
  await page.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase('nepi-studio').onsuccess = resolve)));
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
    .toContain('nepi-studio');
  await studio.waitUntilSaved();
  await page.reload();
  await studio.waitUntilSaved();
  await expect(nameField(page)).toHaveValue('still here');
  await rename(page, 'goes on');
  await studio.waitUntilSaved();
  await page.reload();
  await expect(nameField(page)).toHaveValue('goes on');
});

test('a full disk: said in the header, asked before leaving, tried again by itself', async ({ studio, page }) => {
  const { mend } = await fillDisk(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await rename(page, 'precious');
  const notSaved = page.getByRole('button', { name: /^Not saved: no space left\. .*Export the experiment/ });
  await expect(notSaved).toBeVisible();
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText(/no space left/);
  expect(await asks(page)).toBe(true);
  await notSaved.click();
  await expect(page.getByRole('menuitem', { name: 'Export JSON' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Try again now' })).toBeVisible();
  await page.keyboard.press('Escape');
  await mend();
  await studio.waitUntilSaved();
  expect(await asks(page)).toBe(false);
  await page.reload();
  await expect(nameField(page)).toHaveValue('precious');
});

test('the data of a newer studio is left alone, and said to be so', async ({ page }) => {
  await visitBlank(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('nepi-studio', 99);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Not kept: studio updated\. A newer version/ })).toBeVisible();
});

test('two tabs without locks: both keep what they wrote', async ({ page, context }) => {
  await context.addInitScript(FAULTS['no locks']);
  const studio = new Studio(page);
  await studio.visit();
  await rename(page, 'first');
  await studio.waitUntilSaved();
  const otherPage = await context.newPage();
  const other = new Studio(otherPage);
  await other.visit();
  await expect(nameField(otherPage)).toHaveValue('first');
  await rename(page, 'first again');
  await studio.waitUntilSaved();
  await rename(otherPage, 'second');
  await other.waitUntilSaved();
  await expect(otherPage.getByText(/continues with a copy of its own/).first()).toBeVisible();
  await rename(page, 'first at last');
  await studio.waitUntilSaved();
  for (const [each, name] of [
    [page, 'first at last'],
    [otherPage, 'second'],
  ] as const) {
    await each.reload();
    await expect(nameField(each)).toHaveValue(name);
  }
});

test('a label with half a character in it is kept', async ({ studio, page }) => {
  await studio.openText(
    '{"format":"nepi-studio.experiment","version":1,"id":"half","resources":[{"guid":1,"rtype":"linux::Node","label":"a\\ud83d"}]}',
  );
  await expect(page).toHaveTitle(/half/);
  await rename(page, 'half kept');
  await studio.waitUntilSaved();
  await page.reload();
  await studio.waitUntilSaved();
  expect((await studio.experiment()).resources[0]!.label).toBe('a\ud83d');
});

test('whatever happens at the start, there is no blank page', async ({ browser }) => {
  const page = await browser.newPage();
  const studio = new Studio(page);
  await studio.visit();
  await rename(page, 'safe');
  await studio.waitUntilSaved();
  await page.goto('about:blank');
  await page.route(/main-.*\.js$/, (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'NEPI Studio could not start' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download safe' }).click();
  expect((await download).suggestedFilename()).toBe('safe.json');
  await page.unroute(/main-.*\.js$/);
  await page.getByRole('button', { name: 'Start with an empty experiment' }).click();
  await studio.waitUntilSaved();
  await expect(nameField(page)).toHaveValue('experiment');
  await studio.menu('File', 'Open recent…');
  await page.getByRole('button', { name: /^safe/ }).click();
  await expect(nameField(page)).toHaveValue('safe');
  await page.close();
});
