import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { printExperiment } from '../../../src/format/json.ts';
import { replay } from '../../../src/storage/journal.ts';
import { parseExperiment } from '../../../src/format/json.ts';
import { type Browser, makeBrowser, openTab, settle, type Tab } from '../support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const nothing = () => Promise.reject(new Error('offline'));
const rename = (tab: Tab, id: string) => tab.studio.document.getState().apply({ kind: 'set-id', id });
const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

/** What a page that opens the document now would show. */
async function keptName(browser: Browser, key: string): Promise<string | undefined> {
  const history = await browser.db.load(key);
  const parsed = history && parseExperiment(history.snapshot.text);
  if (!parsed?.ok) return undefined;
  return replay({ experiment: parsed.experiment, place: history!.snapshot }, history!.entries).experiment.id;
}

async function openSaved(browser = makeBrowser()) {
  const tab = openTab(browser);
  await tab.files.restore(nothing);
  await settle();
  return { browser, tab, key: tab.memory.key! };
}

test('a change is in the journal at once, as a few characters, and the state says so', async () => {
  const { browser, tab, key } = await openSaved();
  const states: string[] = [];
  tab.autosave.state.subscribe(({ status }) => states.push(status));
  rename(tab, 'changed');
  await settle(0);
  expect(states).toEqual(['saving', 'saved']);
  const { entries } = (await browser.db.load(key))!;
  expect(entries).toHaveLength(1);
  expect(entries[0]!.text.length).toBeLessThan(100);
  expect(await keptName(browser, key)).toBe('changed');
  expect((await browser.db.list())[0]).toMatchObject({ name: 'changed', untouched: false });
});

test('undo and redo are changes like others', async () => {
  const { browser, tab, key } = await openSaved();
  const before = tab.studio.document.getState().experiment.id;
  rename(tab, 'changed');
  await settle(0);
  tab.studio.document.getState().undo();
  await settle(0);
  expect(await keptName(browser, key)).toBe(before);
  tab.studio.document.getState().redo();
  await settle(0);
  expect(await keptName(browser, key)).toBe('changed');
});

test('changes made while one is being written go into the next entry together', async () => {
  const { browser, tab, key } = await openSaved();
  for (let index = 0; index < 3000; index++) rename(tab, `name ${index}`);
  await settle(0);
  expect((await browser.db.load(key))!.entries).toHaveLength(2);
  expect(await keptName(browser, key)).toBe('name 2999');
});

test('a long journal becomes a snapshot once it is calm', async () => {
  const { browser, tab, key } = await openSaved();
  for (let index = 0; index < 300; index++) {
    rename(tab, `name ${index}`);
    await settle(0);
  }
  expect((await browser.db.load(key))!.entries.length).toBeGreaterThan(200);
  await settle();
  const { snapshot, entries } = (await browser.db.load(key))!;
  expect(entries).toEqual([]);
  expect(snapshot.text).toBe(printExperiment(tab.studio.document.getState().experiment));
  rename(tab, 'after it');
  await settle(0);
  expect(await keptName(browser, key)).toBe('after it');
});

test('what could not be saved is reported, and tried again by itself', async () => {
  const { browser, tab, key } = await openSaved();
  const append = vi.spyOn(browser.db, 'append').mockImplementation(full);
  rename(tab, 'one');
  await settle(0);
  expect(tab.autosave.state.getState()).toEqual({ status: 'failed', failure: { kind: 'full' } });
  append.mockRestore();
  await settle();
  expect(tab.autosave.state.getState()).toEqual({ status: 'saved' });
  expect(await keptName(browser, key)).toBe('one');
});

test('an error that comes after all was written loses nothing', async () => {
  const { browser, tab, key } = await openSaved();
  const { append } = browser.db;
  vi.spyOn(browser.db, 'append').mockImplementationOnce(async (...entry) => {
    await append(...entry);
    throw new DOMException('lost', 'AbortError');
  });
  rename(tab, 'one');
  await settle();
  rename(tab, 'two');
  await settle();
  expect(tab.autosave.state.getState()).toEqual({ status: 'saved' });
  expect(await keptName(browser, key)).toBe('two');
});

test('a document that is deleted under the page is written again', async () => {
  const { browser, tab, key } = await openSaved();
  rename(tab, 'one');
  await settle(0);
  await browser.db.delete(key);
  rename(tab, 'two');
  await settle(0);
  expect(tab.autosave.state.getState()).toEqual({ status: 'saved' });
  expect(await keptName(browser, key)).toBe('two');
});

test('a browser that does not answer is reported after a while, and once it answers all is well', async () => {
  const { browser, tab } = await openSaved();
  let answer: (result: 'done') => void = () => {};
  vi.spyOn(browser.db, 'append').mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  rename(tab, 'one');
  await settle(5000);
  expect(tab.autosave.state.getState()).toEqual({ status: 'saving' });
  await settle(10_000);
  expect(tab.autosave.state.getState()).toEqual({ status: 'failed', failure: { kind: 'silent' } });
  answer('done');
  await settle(0);
  expect(tab.autosave.state.getState()).toEqual({ status: 'saved' });
});

test('a page that goes away in the middle of a change keeps it for the next one', async () => {
  const { browser, tab } = await openSaved();
  const append = vi.spyOn(browser.db, 'append').mockReturnValue(new Promise(() => {}));
  rename(tab, 'under way');
  rename(tab, 'at the last moment');
  expect(tab.autosave.rescueNow()).toBe(true);
  tab.crash();
  append.mockRestore();
  const next = openTab(browser, tab.memory);
  await next.files.restore(nothing);
  expect(next.studio.document.getState().experiment.id).toBe('at the last moment');
  await settle();
  expect(await keptName(browser, next.memory.key!)).toBe('at the last moment');
  expect(browser.storage.entries.size).toBe(0);
});

test('what was rescued and written all the same counts once', async () => {
  const { browser, tab } = await openSaved();
  const { append } = browser.db;
  vi.spyOn(browser.db, 'append').mockImplementation(async (...entry) => {
    await append(...entry);
    return new Promise(() => {});
  });
  rename(tab, 'under way');
  rename(tab, 'last');
  tab.autosave.rescueNow();
  await settle(0);
  tab.crash();
  vi.restoreAllMocks();
  const next = openTab(browser, tab.memory);
  await next.files.restore(nothing);
  expect(next.studio.document.getState().experiment.id).toBe('last');
  expect(next.said).toEqual([]);
});

test('a rescue of the first version is read', async () => {
  const { browser, tab, key } = await openSaved();
  const text = printExperiment({ ...tab.studio.document.getState().experiment, id: 'of old' });
  const row = { key, name: 'of old', resources: 0, text, savedAt: Date.now() * 2, untouched: false };
  tab.crash();
  browser.storage.setItem(`nepi-studio.rescue.${key}`, JSON.stringify(row));
  await browser.db.writeSnapshot({ ...(await browser.db.load(key))!.snapshot, sequence: 0, writer: '' });
  const next = openTab(browser, tab.memory);
  await next.files.restore(nothing);
  expect(next.studio.document.getState().experiment.id).toBe('of old');
});

test('the page may not be left without asking only while something would be lost', async () => {
  const { browser, tab } = await openSaved();
  expect(tab.autosave.rescueNow()).toBe(true);
  vi.spyOn(browser.db, 'append').mockImplementation(full);
  browser.storage.setItem = () => false;
  rename(tab, 'precious');
  await settle(0);
  expect(tab.autosave.rescueNow()).toBe(false);
  vi.restoreAllMocks();
  tab.autosave.retry();
  await settle(0);
  expect(tab.autosave.rescueNow()).toBe(true);
});

test('where nothing is kept, the page asks once something was changed, until it was exported', async () => {
  const browser = makeBrowser();
  const tab = openTab(browser, undefined, { ...browser.db, failure: () => ({ kind: 'unavailable' }) });
  await tab.files.restore(nothing);
  await settle();
  expect(tab.autosave.state.getState()).toEqual({ status: 'unkept', failure: { kind: 'unavailable' } });
  expect(tab.autosave.rescueNow()).toBe(true);
  rename(tab, 'mine');
  await settle();
  expect(tab.autosave.state.getState().status).toBe('unkept');
  expect(tab.autosave.rescueNow()).toBe(false);
  tab.files.exportJson();
  expect(tab.autosave.rescueNow()).toBe(true);
});
