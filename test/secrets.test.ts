// No secret leaves the studio unasked: all ways out are listed here, and each is tried with an experiment full of them.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nepiCatalog } from '../src/catalog/catalog.ts';
import { checkFiles } from '../src/cli/check.ts';
import { simulateFiles } from '../src/cli/simulate.ts';
import { copyResources } from '../src/edit/clipboard.ts';
import { printClipboard } from '../src/edit/clipboard-text.ts';
import { describeEdit } from '../src/edit/describe.ts';
import { startRun } from '../src/engine/run.ts';
import { parseExperiment, printExperiment } from '../src/format/json.ts';
import { createExperiment, type Experiment } from '../src/model/experiment.ts';
import { findSecrets, valueWords, withoutSecrets } from '../src/model/secrets.ts';
import { printChromeTrace } from '../src/record/chrome-trace.ts';
import { printCsv } from '../src/record/csv.ts';
import { eventText } from '../src/record/event-text.ts';
import { createRecord, type RunRecord } from '../src/record/run-record.ts';
import { printTrace, traceOfRecord } from '../src/record/trace.ts';
import { checkExperiment } from '../src/rules/check.ts';
import { outlineRows } from '../src/ui/outline/outline-rows.ts';
import { findResources } from '../src/ui/fields/find-resources.ts';
import { interventionText } from '../src/ui/what-if/intervention-text.ts';

/** Where a text, a file or a value can leave the page or the process: every file of src/ that does so. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  'app/files/browser-files.ts': 'hands files to the user: those of files.ts and save-run.ts',
  'app/editing/clipboard.ts': 'copy and cut',
  'app/files/document-keys.ts': 'keys of documents only',
  'app/files/files.ts': 'Export JSON, and a kept text that can’t be read any more, given back as it is',
  'app/files/kept-files.ts': 'a kept text that can’t be read any more, given back as it is',
  'app/page/keyboard.ts': 'copy and cut, by key',
  'app/page/remembered-view.ts': 'settings of the view only',
  'app/editing/whole-copies.ts': 'the studio’s own tabs, memory to memory',
  'app/workbench.ts': 'hands the downloads and channels to those above',
  'cli/check.ts': 'problems',
  'cli/main.ts': 'help and the schema',
  'cli/simulate.ts': 'traces and summaries',
  'start-failure.ts': 'the kept experiments, given back as they are',
  'storage/rescue.ts': 'a page that is closed unsaved keeps the document for the next one',
  'storage/safe-storage.ts': 'what the others store',
  'ui/types/drag-image.ts': 'the name of a type',
  'ui/script/StepRow.tsx': 'the title of a step',
  'ui/shell/layout-memory.ts': 'sizes only',
  'ui/timeline/lane-memory.ts': 'the order of lanes only',
  'ui/timeline/save-run.ts': 'the files of a run: picture, trace, table, record',
};
const WAY_OUT =
  /setItem\(|writeText\(|createObjectURL\(|downloadText\b|downloadBlob\b|download\(|setData\(|BroadcastChannel|CopyChannel|terminal\.(out|err)\(|sendBeacon|fetch\([^)]*method/;

test('all ways out of the studio are listed', () => {
  const src = join(import.meta.dirname, '../src');
  const found = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && WAY_OUT.test(readFileSync(join(src, name), 'utf8')),
  );
  expect(found.map((name) => name.replaceAll('\\', '/')).sort()).toEqual(Object.keys(WAYS_OUT).sort());
});

const SENTINEL = 'S3NT1NEL';
const experiment: Experiment = {
  ...createExperiment('e'),
  types: [
    {
      rtype: 'lab::Sensor',
      extends: 'linux::Node',
      attributes: [
        { name: 'token', type: 'STRING', flags: ['Credential'], default: `${SENTINEL}-default` },
        { name: 'code', type: 'ENUM', flags: ['Credential'], allowed: ['a', 'b'] },
      ],
    },
  ],
  resources: [
    { guid: 1, rtype: 'planetlab::Node', attributes: { hostname: 'h', plpassword: SENTINEL }, traces: [] },
    { guid: 2, rtype: 'lab::Sensor', attributes: { hostname: 'i', token: SENTINEL, code: SENTINEL }, traces: [] },
    // Not the kind of value it takes, which a problem tells.
    { guid: 3, rtype: 'omf::Node', attributes: { hostname: 'o', xmppPassword: SENTINEL }, traces: [] },
    { guid: 4, rtype: 'linux::Nod', attributes: { plpassword: SENTINEL }, traces: [] },
  ],
  script: [
    { op: 'set', resources: [1], attribute: 'plpassword', value: SENTINEL },
    { op: 'set', resources: [2], attribute: 'code', value: SENTINEL },
    { op: 'deploy' },
    { op: 'shutdown' },
  ],
};
/** The same, as far as it can be run. */
const runnable: Experiment = {
  ...experiment,
  resources: experiment.resources
    .filter(({ guid }) => guid < 3)
    .map((resource) => ({
      ...resource,
      attributes: { ...resource.attributes, ...(resource.guid === 2 && { code: 'a' }) },
    })),
  script: experiment.script!.filter((_step, index) => index !== 1),
};

function run(ran: Experiment): RunRecord {
  const record = createRecord(ran.resources.length);
  const begun = startRun(ran, nepiCatalog, {
    interventions: [{ kind: 'set', guid: 2, name: 'token', value: SENTINEL, time: 0 }],
  });
  do record.append(begun.advance(10_000));
  while (!record.outcome);
  return record;
}
const lanes = runnable.resources.map(({ guid }) => ({ guid, label: `r${guid}` }));
const labelOf = (guid: number) => `r${guid}`;

/** What is handed out or shown, by name. */
const EXITS: Readonly<Record<string, () => string | Promise<string>>> = {
  'export without secrets': () => printExperiment(withoutSecrets(experiment, nepiCatalog)),
  copy: () => printClipboard(withoutSecrets(copyResources(experiment, new Set([1, 2, 3, 4])), nepiCatalog)),
  csv: () => printCsv(run(runnable), labelOf, runnable.script),
  'record as JSON': () => printTrace(traceOfRecord(run(runnable), [1, 2], runnable.script!)),
  'trace for Perfetto': () => printChromeTrace(run(runnable), 'e', lanes as never, runnable.script),
  'event log': () => {
    const record = run(runnable);
    return Array.from({ length: record.events.length }, (_, row) => eventText(record, row, runnable.script)).join('\n');
  },
  'messages of a run that breaks': () => {
    const record = run({ ...runnable, script: experiment.script! });
    return JSON.stringify([record.outcome, record.log]);
  },
  problems: () => JSON.stringify(checkExperiment(experiment, nepiCatalog)),
  outline: () => JSON.stringify(outlineRows(experiment, { filter: '', isOpen: () => true, catalog: nepiCatalog })),
  find: () => JSON.stringify(findResources(experiment, nepiCatalog, '').map(({ title, after }) => [title, after])),
  'find by a secret': () => JSON.stringify(findResources(experiment, nepiCatalog, SENTINEL)),
  'what if': () =>
    interventionText(
      { kind: 'set', guid: 1, name: 'plpassword', value: SENTINEL, time: 0 },
      { labelOf, printValue: valueWords(experiment, nepiCatalog), conditions: [], longest: 1 },
    ),
  'name of an edit': () => describeEdit({ kind: 'set-attribute', guids: [1], name: 'plpassword', value: SENTINEL }),
  'check on the command line': () => onTerminal(experiment, checkFiles),
  'simulate on the command line': () => onTerminal(runnable, (files, terminal) => simulateFiles(files, {}, terminal)),
  'simulate --json': () => onTerminal(runnable, (files, terminal) => simulateFiles(files, { json: true }, terminal)),
  'simulate what breaks': () => onTerminal(experiment, (files, terminal) => simulateFiles(files, {}, terminal)),
};

async function onTerminal(
  given: Experiment,
  command: (files: readonly string[], terminal: Parameters<typeof checkFiles>[1]) => Promise<number>,
): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'nepi-secrets-')), 'e.json');
  await writeFile(file, printExperiment(given));
  let said = '';
  const say = (text: string) => void (said += text);
  await command([file], { out: say, err: say, readStdin: async () => new Uint8Array() });
  expect(said).not.toBe('');
  return said;
}

describe('a secret is not in', () => {
  test.each(Object.entries(EXITS))('%s', async (_name, print) => {
    const text = await print();
    expect(text).not.toBe('');
    expect(text).not.toContain(SENTINEL);
  });

  test('the reasons why a file can’t be read', () => {
    for (const text of [
      `{"format":"nepi-studio.experiment","version":1,"resources":[{"guid":1,"rtype":"x","attributes":{"plpassword":${SENTINEL}}}]}`,
      `{"format":"nepi-studio.experiment","version":1,"script":[{"op":"set","resources":[1],"attribute":"plpassword","value":${SENTINEL}}]}`,
      `{"format":"nepi-studio.experiment","version":1,"resources":[{"guid":1,"rtype":"x","attributes":{"plpassword":["${SENTINEL}"]}}]}`,
    ]) {
      const result = parseExperiment(text);
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toContain(SENTINEL);
    }
  });
});

test('what these were tried with is full of secrets', () => {
  expect(findSecrets(experiment, nepiCatalog)).toHaveLength(8);
});
