import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { printExperiment } from '../../../src/format/json.ts';
import { createExperiment } from '../../../src/model/experiment.ts';
import { makeBrowser, openTab, settle, type Tab } from '../support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const example = async () => printExperiment(createExperiment('example'));
const shown = (tab: Tab) => tab.studio.document.getState().experiment.id;
const rename = (tab: Tab, id: string) => tab.studio.document.getState().apply({ kind: 'set-id', id });

async function start(browser = makeBrowser(), memory = { key: undefined as string | undefined }) {
  const tab = openTab(browser, memory);
  await tab.files.restore(example);
  await settle();
  return { browser, tab };
}

test('the first visit shows the example', async () => {
  const { tab } = await start();
  expect(shown(tab)).toBe('example');
  expect(tab.autosave.state.getState().status).toBe('saved');
});

test('a file in another encoding is refused with a guess, one in UTF-8 opened', async () => {
  const { tab } = await start();
  const text = printExperiment({ ...createExperiment('opened'), id: 'Zürich' });
  const file = (bytes: Uint8Array) => ({ name: 'z.json', arrayBuffer: async () => bytes.slice().buffer });
  expect(await tab.files.openFile(file(Uint8Array.from(text, (letter) => letter.charCodeAt(0))))).toBe(false);
  expect(tab.files.refused.getState()).toMatchObject({
    name: 'z.json',
    problems: [{ line: 4, message: 'this looks like Latin-1; save it as UTF-8' }],
  });
  expect(shown(tab)).toBe('example');
  expect(await tab.files.openFile(file(new TextEncoder().encode(text)))).toBe(true);
  expect(shown(tab)).toBe('Zürich');
});

test('the first visit without the example shows an empty experiment', async () => {
  const tab = openTab(makeBrowser());
  await tab.files.restore(() => Promise.reject(new Error('offline')));
  expect(tab.studio.document.getState().experiment.resources).toEqual([]);
});

test('a reload shows what the tab had', async () => {
  const { browser, tab } = await start();
  rename(tab, 'mine');
  await settle();
  tab.crash();
  const { tab: again } = await start(browser, tab.memory as { key: string });
  expect(shown(again)).toBe('mine');
  expect(again.autosave.state.getState().status).toBe('saved');
});

test('a new tab shows the last document that no other tab has', async () => {
  const { browser, tab: first } = await start();
  rename(first, 'first');
  await settle();
  const { tab: second } = await start(browser);
  expect(shown(second)).toBe('example');
  rename(second, 'second');
  await settle();
  first.crash();
  const { tab: third } = await start(browser);
  expect(shown(third)).toBe('first');
  expect(third.memory.key).not.toBe(second.memory.key);
});

test('a duplicated tab works on a copy, and neither overwrites the other', async () => {
  const { browser, tab } = await start();
  rename(tab, 'original');
  await settle();
  const { tab: copy } = await start(browser, { key: tab.memory.key });
  expect(shown(copy)).toBe('original');
  expect(copy.said[0]).toContain('copy');
  rename(copy, 'copied');
  rename(tab, 'still original');
  await settle();
  expect((await browser.db.list()).map(({ name }) => name).sort()).toEqual(['copied', 'still original']);
});

test('opening a file keeps what was open among the recent documents', async () => {
  const { tab } = await start();
  rename(tab, 'before');
  expect(await tab.files.openText(printExperiment(createExperiment('opened')), 'opened.json')).toBe(true);
  await settle();
  expect(shown(tab)).toBe('opened');
  const recent = await tab.files.recent();
  expect(recent.map(({ name }) => name)).toEqual(['before']);
  await tab.files.openRecent(recent[0]!.key);
  await settle();
  expect(shown(tab)).toBe('before');
  expect((await tab.files.recent()).map(({ name }) => name)).toEqual(['opened']);
});

test('an example that was only looked at is not kept', async () => {
  const { tab } = await start();
  await tab.files.openText(await example(), 'example.json', { untouched: true });
  await settle();
  await tab.files.createNew();
  await settle();
  expect(await tab.files.recent()).toEqual([]);
});

test('opening is no step of undo, and ends the run on screen', async () => {
  const { tab } = await start();
  tab.studio.run.getState().start(tab.studio.document.getState().experiment);
  tab.studio.view.getState().select({ guids: new Set([1]) });
  await tab.files.openText(printExperiment(createExperiment('opened')), 'opened.json');
  expect(tab.studio.document.temporal.getState().pastStates).toEqual([]);
  expect(tab.studio.run.getState().status).toBe('none');
  expect(tab.studio.view.getState().selection.guids.size).toBe(0);
});

test('a file that is no experiment is refused, and all stays as it was', async () => {
  const { tab } = await start();
  rename(tab, 'mine');
  const before = tab.studio.document.getState();
  expect(await tab.files.openText('{"format": "nepi-studio.experiment", ', 'broken.json')).toBe(false);
  expect(tab.studio.document.getState()).toBe(before);
  expect(tab.files.refused.getState()).toMatchObject({ name: 'broken.json' });
  expect(tab.files.refused.getState()!.problems.length).toBeGreaterThan(0);
  expect(tab.studio.view.getState().dialog).toBe('refused');
});

const place = { sequence: 0, writer: '' };

test.each(['{"version": 99}', '', '{'])(
  'a document that can no longer be read (%j) is put aside, not deleted',
  async (text) => {
    const browser = makeBrowser();
    const row = { key: 'old', name: 'old', resources: 1, text, savedAt: 1, untouched: false, ...place };
    await browser.db.writeSnapshot(row);
    const { tab } = await start(browser);
    expect(shown(tab)).toBe('example');
    expect(browser.db.aside).toMatchObject([row]);
    expect((await browser.db.list()).map(({ key }) => key)).not.toContain('old');
    expect(tab.said[0]).toContain('put aside, not deleted');
  },
);

test.each([
  ['no JSON', '{'],
  ['no change', '{}'],
  ['one that leaves no experiment', '{"fields":[["resources",{"set":5}]]}'],
  ['one that leaves a resource without guid', '{"fields":[["resources",{"set":[{}]}]]}'],
])('of a journal with %s, all before it is used and the rest put aside', async (_, text) => {
  const { browser, tab } = await start();
  for (const id of ['one', 'two', 'three']) {
    rename(tab, id);
    await settle();
  }
  tab.crash();
  const { entries } = (await browser.db.load(tab.memory.key!))!;
  const damaged = entries.map((entry, index) => (index === 1 ? { ...entry, text } : entry));
  const load = browser.db.load;
  browser.db.load = async (key) => ({ snapshot: (await load(key))!.snapshot, entries: damaged });
  const { tab: again } = await start(browser, { key: tab.memory.key });
  expect(shown(again)).toBe('one');
  expect(again.said).toEqual([expect.stringContaining('The last 2 changes')]);
  expect(browser.db.aside).toMatchObject([{ entries: damaged.slice(1) }]);
  browser.db.load = load;
  rename(again, 'goes on');
  await settle();
  again.crash();
  const { tab: third } = await start(browser, { key: tab.memory.key });
  expect(shown(third)).toBe('goes on');
});

test('while the document cannot be saved, opening another one does not lose it', async () => {
  const { browser, tab } = await start();
  browser.db.append = () => Promise.reject(new Error('no disk'));
  rename(tab, 'precious');
  expect(await tab.files.openText(await example(), 'example.json')).toBe(false);
  expect(shown(tab)).toBe('precious');
  expect(tab.said.at(-1)).toContain('not saved');
});

test('without locks, the second tab that writes a document continues with a copy', async () => {
  const browser = makeBrowser();
  browser.locks.take = async () => () => {};
  const { tab: one } = await start(browser);
  const { tab: two } = await start(browser, { key: one.memory.key });
  rename(one, 'one');
  await settle();
  rename(two, 'two');
  await settle();
  rename(one, 'one again');
  rename(two, 'two again');
  await settle();
  expect(two.memory.key).not.toBe(one.memory.key);
  expect(two.said).toEqual([expect.stringContaining('copy of its own')]);
  expect(one.said).toEqual([]);
  const names = (await browser.db.list()).map(({ name }) => name);
  expect(names.sort()).toEqual(['one again', 'two again']);
  const { tab: first } = await start(browser, { key: one.memory.key });
  expect(shown(first)).toBe('one again');
  const { tab: second } = await start(browser, { key: two.memory.key });
  expect(shown(second)).toBe('two again');
});

test('a store that fails while it is read is no blank page: the next document, or the example, is shown', async () => {
  const { browser, tab } = await start();
  rename(tab, 'mine');
  await settle();
  tab.crash();
  const { load } = browser.db;
  browser.db.load = () => Promise.reject(new Error('read error'));
  const { tab: again } = await start(browser, { key: tab.memory.key });
  expect(shown(again)).toBe('example');
  expect(again.said[0]).toContain('still in this browser');
  browser.db.load = load;
  again.crash();
  const { tab: third } = await start(browser, again.memory as { key: string });
  expect(shown(third)).toBe('mine');
});

test('a document that another tab has is not opened a second time', async () => {
  const { browser, tab } = await start();
  rename(tab, 'mine');
  await settle();
  const { tab: other } = await start(browser);
  await other.files.openRecent(tab.memory.key!);
  expect(shown(other)).toBe('example');
  expect(other.said).toEqual(['This experiment is open in another tab.']);
});

test('exporting gives the file, named by the experiment', async () => {
  const { tab } = await start();
  rename(tab, 'two hosts');
  tab.files.exportJson();
  expect(tab.downloads).toEqual([['two hosts.json', printExperiment(tab.studio.document.getState().experiment)]]);
});
