import { expect, test } from 'vitest';
import { createClipboard } from '../../../src/app/editing/clipboard.ts';
import { createStudio } from '../../../src/app/stores/studio.ts';
import { type CopyChannel, createWholeCopies } from '../../../src/app/editing/whole-copies.ts';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { createExperiment } from '../../../src/model/experiment.ts';

const experiment = {
  ...createExperiment('e'),
  resources: [
    { guid: 1, rtype: 'planetlab::Node', attributes: { pluser: 'me', plpassword: 'S3CR3T' }, traces: [] },
    { guid: 2, rtype: 'linux::Node', attributes: {}, traces: [] },
  ],
};

/** Channels of which each reaches the other. */
function makeChannels(): readonly [CopyChannel, CopyChannel] {
  const make = (other: () => CopyChannel): CopyChannel => ({
    onmessage: null,
    postMessage: (data) => other().onmessage?.({ data } as MessageEvent),
  });
  const first: CopyChannel = make(() => second);
  const second: CopyChannel = make(() => first);
  return [first, second];
}

function openTab(channel?: CopyChannel, holds = experiment) {
  const studio = createStudio({ catalog: nepiCatalog, startRun: () => () => {}, experiment: holds });
  const said: string[] = [];
  studio.notices.listen(({ text }) => said.push(text));
  const clipboard = createClipboard(
    studio,
    { write: async () => true, read: async () => undefined },
    createWholeCopies(channel),
  );
  const passwords = () =>
    studio.document.getState().experiment.resources.map(({ attributes }) => attributes['plpassword']);
  return { studio, clipboard, said, passwords };
}

test('what is cut holds no secret, and pasted back it has lost none', () => {
  const { studio, clipboard, said, passwords } = openTab();
  studio.view.getState().select({ guids: new Set([1]) });
  const text = clipboard.copyText()!;
  expect(text).not.toContain('S3CR3T');
  expect(text).toContain('"pluser": "me"');
  expect(said.at(-1)).toContain('without 1 password or key');
  clipboard.removeCut();
  expect(passwords()).toEqual([undefined]);
  // As a clipboard may give it back.
  clipboard.pasteText(text.replaceAll('\n', '\r\n'));
  expect(passwords()).toEqual([undefined, 'S3CR3T']);
});

test('another tab of the studio has the whole copy too', () => {
  const [here, there] = makeChannels();
  const from = openTab(here);
  const to = openTab(there, { ...experiment, id: 'other', resources: [] });
  from.studio.view.getState().select({ guids: new Set([1]) });
  to.clipboard.pasteText(from.clipboard.copyText()!);
  expect(to.passwords()).toEqual(['S3CR3T']);
  expect(to.said).toEqual([]);
});

test('where the secrets are not known, the paste says what is missing', () => {
  const from = openTab();
  const to = openTab();
  from.studio.view.getState().select({ guids: new Set([1, 2]) });
  to.clipboard.pasteText(from.clipboard.copyText()!);
  expect(to.passwords()).toEqual(['S3CR3T', undefined, undefined, undefined]);
  expect(to.said.at(-1)).toContain('without 1 password or key');
});

test('a duplicate keeps its secrets, and a copy without any says nothing', () => {
  const { studio, clipboard, said, passwords } = openTab();
  studio.view.getState().select({ guids: new Set([1]) });
  clipboard.duplicate();
  expect(passwords()).toEqual(['S3CR3T', undefined, 'S3CR3T']);
  studio.view.getState().select({ guids: new Set([2]) });
  clipboard.copyText();
  expect(said).toEqual([]);
});

test('what is cut carries no secret in the steps that named it, and those are back whole', () => {
  const script = [{ op: 'set', resources: [1], attribute: 'plpassword', value: 'S3CR3T-2' } as const];
  const { studio, clipboard, said } = openTab(undefined, { ...experiment, script } as typeof experiment);
  studio.view.getState().select({ guids: new Set([1]) });
  const text = clipboard.copyText('cut')!;
  expect(text).not.toContain('S3CR3T');
  expect(said.at(-1)).toContain('without 2 passwords or keys');
  clipboard.removeCut();
  clipboard.pasteText(text);
  expect(studio.document.getState().experiment.script).toEqual(script);
});
