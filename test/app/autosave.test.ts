import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DocumentsDb } from '../../src/app/documents-db.ts';
import { createMemoryDb } from '../../src/app/documents-db.ts';
import { parseExperiment } from '../../src/format/json.ts';
import { makeBrowser, openTab, settle } from './support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const nothing = () => Promise.reject(new Error('offline'));
const rename = (tab: ReturnType<typeof openTab>, id: string) =>
  tab.studio.document.getState().apply({ kind: 'set-id', id });

test('a change is saved a moment later, and the state says so', async () => {
  const browser = makeBrowser();
  const tab = openTab(browser);
  await tab.files.restore(nothing);
  await settle();
  const states: string[] = [];
  tab.autosave.state.subscribe(({ status }) => states.push(status));
  rename(tab, 'changed');
  await settle();
  expect(states).toEqual(['unsaved', 'saving', 'saved']);
  const kept = await browser.db.get(tab.memory.key!);
  expect(kept).toMatchObject({ name: 'changed', untouched: false });
  expect(parseExperiment(kept!.text)).toMatchObject({ ok: true, experiment: { id: 'changed' } });
});

test('undoing back to what is saved leaves nothing to save', async () => {
  const browser = makeBrowser();
  const tab = openTab(browser);
  await tab.files.restore(nothing);
  await settle();
  rename(tab, 'changed');
  tab.studio.document.temporal.getState().undo();
  expect(tab.autosave.state.getState().status).toBe('saved');
});

test('what could not be saved is told, and tried again with the next change', async () => {
  const memory = createMemoryDb();
  let full = false;
  const db: DocumentsDb = {
    ...memory,
    put: (row) => (full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : memory.put(row)),
  };
  const tab = openTab(makeBrowser(), { key: undefined }, db);
  await tab.files.restore(nothing);
  await settle();
  full = true;
  rename(tab, 'one');
  await settle();
  expect(tab.autosave.state.getState()).toMatchObject({
    status: 'failed',
    problem: expect.stringContaining('no room'),
  });
  full = false;
  rename(tab, 'two');
  await settle();
  expect(tab.autosave.state.getState()).toEqual({ status: 'saved' });
  expect(await db.get(tab.memory.key!)).toMatchObject({ name: 'two' });
});

test('changes that keep coming are saved in between', async () => {
  const browser = makeBrowser();
  const tab = openTab(browser);
  await tab.files.restore(nothing);
  await settle();
  const put = vi.spyOn(browser.db, 'put');
  for (let index = 0; index < 3000; index++) rename(tab, `name ${index}`);
  await settle(0);
  expect(put).toHaveBeenCalled();
});

test('a page that goes away in the middle of a change keeps it for the next one', async () => {
  const browser = makeBrowser();
  const tab = openTab(browser);
  await tab.files.restore(nothing);
  await settle();
  const put = vi.spyOn(browser.db, 'put').mockReturnValue(new Promise(() => {}));
  rename(tab, 'at the last moment');
  tab.autosave.rescueNow();
  tab.crash();
  put.mockRestore();
  const next = openTab(browser, tab.memory);
  await next.files.restore(nothing);
  expect(next.studio.document.getState().experiment.id).toBe('at the last moment');
  await settle();
  expect(await browser.db.get(next.memory.key!)).toMatchObject({ name: 'at the last moment' });
  expect(browser.storage.entries.size).toBe(0);
});
