import { expect, test } from 'vitest';
import { createDrafts } from '../../../src/app/stores/drafts.ts';
import { makeBrowser, makeStudio, openTab } from '../support.ts';

test('every field is asked for what is typed in it, until it goes', () => {
  const drafts = createDrafts();
  const taken: string[] = [];
  const leave = drafts.add(() => taken.push('a'));
  drafts.add(() => taken.push('b'));
  drafts.takeAll();
  leave();
  drafts.takeAll();
  expect(taken).toEqual(['a', 'b', 'b']);
});

test('a command runs with what is typed', () => {
  const studio = makeStudio();
  studio.drafts.add(() => studio.document.getState().apply({ kind: 'set-id', id: 'typed' }));
  const seen: string[] = [];
  studio.commands.add([
    {
      id: 'file.look',
      group: 'File',
      title: 'Look',
      run: () => void seen.push(studio.document.getState().experiment.id),
    },
  ]);
  studio.commands.run('file.look');
  expect(seen).toEqual(['typed']);
});

test('a command that what is typed makes possible runs', () => {
  const studio = makeStudio();
  let ran = false;
  studio.drafts.add(() => studio.document.getState().apply({ kind: 'set-id', id: 'typed' }));
  studio.commands.add([
    {
      id: 'file.typed',
      group: 'File',
      title: 'Run when it is typed',
      enabled: () => studio.document.getState().experiment.id === 'typed',
      run: () => void (ran = true),
    },
  ]);
  expect(studio.commands.run('file.typed')).toBe(true);
  expect(ran).toBe(true);
});

test('before another experiment is opened, what is typed is kept with the one that was open', async () => {
  const tab = openTab(makeBrowser());
  await tab.files.createNew();
  const leave = tab.studio.drafts.add(() => {
    tab.studio.document.getState().apply({ kind: 'set-id', id: 'typed' });
    leave();
  });
  await tab.files.createNew();
  expect((await tab.files.recent()).map(({ name }) => name)).toEqual(['typed']);
});
