// Inputs that once failed, each with what is right. They live beside the project; a clone without them skips this file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pasteNotes } from '../src/app/editing/paste-notes.ts';
import { nepiCatalog } from '../src/catalog/catalog.ts';
import { copyResources, pasteResources } from '../src/edit/clipboard.ts';
import { parseClipboard } from '../src/edit/clipboard-text.ts';
import { applyEdit } from '../src/edit/edit.ts';
import { decodeText } from '../src/format/decode-text.ts';
import { parseExperiment, printExperiment } from '../src/format/json.ts';
import { convertSpec, DURATION_KINDS } from '../src/ui/fields/duration-spec.ts';
import { familyOf } from '../src/ui/types/resource-family.ts';
import { type Experiment, resourceLabel } from '../src/model/experiment.ts';
import { resourceName } from '../src/model/resource-name.ts';
import { createRecord } from '../src/record/run-record.ts';
import { checkExperiment } from '../src/rules/check.ts';
import { placeCopy } from '../src/ui/graph/placing/place-copy.ts';
import { fitInto } from '../src/ui/graph/view/fit-into.ts';
import { cardAt } from '../src/ui/graph/scene/card-size.ts';
import { boundsOf } from '../src/ui/graph/scene/geometry.ts';
import { createGridIndex } from '../src/ui/graph/scene/grid-index.ts';
import { LEAST_ZOOM } from '../src/ui/graph/view/viewport.ts';
import { axisTicks } from '../src/ui/timeline/axis-ticks.ts';
import { TimeScale } from '../src/ui/timeline/time-scale.ts';
import { runEngine } from './support/run-engine.ts';
import { findSecrets, withoutSecrets } from '../src/model/secrets.ts';

const FOLDER = resolve(import.meta.dirname, '../../shared/faults');

/** The experiment in a file. Fails the test when the file can't be opened. */
function open(bytes: Uint8Array): Experiment {
  const parsed = parseExperiment(new TextDecoder().decode(bytes));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.experiment;
}

/** What is right for each file, by its name: a row is a check of the file's bytes. */
const RIGHT: Readonly<Record<string, (bytes: Uint8Array) => void | Promise<void>>> = {
  'rtype-constructor.json'(bytes) {
    const experiment = open(bytes);
    expect(familyOf({ rtype: 'constructor', lineage: ['constructor'] })).toBe('other');
    expect(checkExperiment(experiment, nepiCatalog).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/constructor, which is not known/),
    );
    expect(open(new TextEncoder().encode(printExperiment(experiment)))).toEqual(experiment);
  },
  'time-kind-overflow.json'(bytes) {
    const experiment = open(bytes);
    expect(printExperiment(experiment)).toContain('"provision": "2000000h"');
    const { provision } = experiment.resources[0]!.behavior!;
    for (const { kind } of DURATION_KINDS) {
      const change = { provision: convertSpec(provision!, kind) };
      const after = applyEdit(experiment, { kind: 'set-behavior', guids: [1], change });
      expect(open(new TextEncoder().encode(printExperiment(after)))).toEqual(after);
    }
  },
  'clipboard-dup.txt'(bytes) {
    expect(parseClipboard(new TextDecoder().decode(bytes))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('guid 1 is taken'),
    });
  },
  'guid-top.json'(bytes) {
    const experiment = open(bytes);
    const all = new Set(experiment.resources.map(({ guid }) => guid));
    const { edit } = pasteResources(experiment, copyResources(experiment, all));
    const after = applyEdit(experiment, edit);
    expect(after.resources).toHaveLength(4);
    expect(open(new TextEncoder().encode(printExperiment(after)))).toEqual(after);
  },
  'position-1e20.json'(bytes) {
    const parsed = parseExperiment(new TextDecoder().decode(bytes));
    expect(parsed).toMatchObject({ ok: false, problems: [{ path: 'resources[1].position.x' }, { line: 1 }] });
  },
  'cross.json'(bytes) {
    // The only way out of a cross is far: a copy of it still covers nothing.
    const experiment = open(bytes);
    const cards = experiment.resources.map(({ position }) => ({ position: position! }));
    const standing = {
      cards,
      frames: new Map(),
      sentences: [],
      sight: { x: 0, y: 0, width: 1, height: 1 },
      covered: [],
    };
    const content = copyResources(experiment, new Set(experiment.resources.map(({ guid }) => guid)));
    const { shifts } = placeCopy({ experiment, field: 'position' }, standing, content, { snap: true });
    const taken = createGridIndex(new Map(cards.map(({ position }, index) => [index, cardAt(position)])));
    const covering = cards.filter(({ position: { x, y } }) =>
      taken.touches(cardAt({ x: x + shifts.position.x, y: y + shifts.position.y })),
    );
    expect(covering).toEqual([]);
    // Fit shows all of it.
    const bounds = boundsOf(cards.map(({ position }) => cardAt(position)))!;
    const { zoom } = fitInto({ width: 800, height: 500 }, bounds, { least: LEAST_ZOOM, most: 1 });
    expect(bounds.width * zoom).toBeLessThan(800);
    expect(bounds.height * zoom).toBeLessThan(500);
  },
  'secret.json'(bytes) {
    const experiment = open(bytes);
    expect(printExperiment(experiment)).toContain('hunter2-secret');
    const shared = withoutSecrets(experiment, nepiCatalog);
    expect(printExperiment(shared)).not.toMatch(/hunter2|second-secret/);
    expect(shared.resources[0]!.attributes).toEqual({ hostname: 'h', pluser: 'someone@example.org' });
    expect(findSecrets(experiment, nepiCatalog)).toHaveLength(2);
    expect(open(new TextEncoder().encode(printExperiment(shared)))).toEqual(shared);
  },
  'big-int.json'(bytes) {
    const text = printExperiment(open(bytes));
    for (const number of ['12345678901234567890', '9007199254740993', '1e-400']) expect(text).toContain(`: ${number}`);
  },
  'latin1.json'(bytes) {
    expect(decodeText(bytes)).toMatchObject({
      ok: false,
      problem: { line: 1, message: 'this looks like Latin-1; save it as UTF-8' },
    });
  },
  'lognormal-wild.json'(bytes) {
    const experiment = open(bytes);
    expect(checkExperiment(experiment, nepiCatalog)).toMatchObject([{ rule: 'distribution', severity: 'warning' }]);
    const outcomes = Array.from({ length: 20 }, (_, seed) =>
      runEngine({ ...experiment, simulation: { seed } }, nepiCatalog),
    ).map(({ outcome: { kind, message } }) => message ?? kind);
    expect(new Set(outcomes)).toEqual(
      new Set([
        'completed',
        expect.stringMatching(/^the duration of provision of node1 \(guid 1\) came out as more than 285 years/),
      ]),
    );
  },
  'ansi.json'(bytes) {
    const [resource] = open(bytes).resources;
    expect(resource?.label).toContain('\u001b');
    expect(resourceLabel(resource!)).toBe('a␛]0;pwned␇b');
  },
  'sixty-days.json'(bytes) {
    // The whole run is in sight when it is fitted, up to its last event.
    const record = createRecord();
    for (const chunk of runEngine(open(bytes), nepiCatalog).chunks) record.append(chunk);
    const { time, length } = record.events;
    const last = time[length - 1]!;
    expect(last).toBeGreaterThan(60 * 86_400_000_000);
    const scale = TimeScale.fit(0, record.now, 208, 800);
    expect(scale.xOf(last)).toBeLessThan(scale.right);
    const labels = axisTicks(scale, 7, record.now).flatMap(({ label }) => label || []);
    expect(labels.slice(0, 3)).toEqual(['0 d', '10 d', '20 d']);
  },
  'paste-types-A.json'(bytes) {
    // Its type means something else in the experiment that it is pasted into: both keep their own.
    const [from, into] = [open(bytes), open(readFileSync(join(FOLDER, 'paste-types-B.json')))];
    const { edit, types } = pasteResources(into, copyResources(from, new Set([1])));
    const after = applyEdit(into, edit);
    expect(after.types).toEqual([...into.types, { ...from.types[0], rtype: 'my::Probe-2' }]);
    expect(after.resources.map(({ rtype }) => rtype)).toEqual(['my::Probe', 'my::Probe-2']);
    expect(pasteNotes({ types, stepsLeft: 0 }).join()).toContain("'my::Probe-2'");
  },
  'same-label.json'(bytes) {
    const experiment = open(bytes);
    expect(open(new TextEncoder().encode(printExperiment(experiment)))).toEqual(experiment);
    const names = experiment.resources.map(({ guid }) => resourceName(experiment.resources, guid));
    expect(names).toEqual(['host', 'job (2)', 'job (3)', 'last']);
  },
  'set-number-text.json'(bytes) {
    const experiment = open(bytes);
    expect(checkExperiment(experiment, nepiCatalog).filter(({ severity }) => severity !== 'info')).toEqual([]);
    const { outcome, trace } = runEngine(experiment, nepiCatalog);
    expect(outcome).toMatchObject({ kind: 'completed', abort: false });
    expect(trace.events.find(([, kind]) => kind === 'set')?.[3]).toEqual(['capacity', 60000]);
    expect(printExperiment(experiment)).toContain('"capacity": 50000');
    expect(printExperiment(experiment)).toContain('"count": "10"');
  },
};

describe.skipIf(!existsSync(FOLDER))('faults', () => {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER) : [];

  test.each(Object.keys(RIGHT).filter((name) => names.includes(name)))('%s', async (name) => {
    expect.hasAssertions();
    await RIGHT[name]!(readFileSync(join(FOLDER, name)));
  });
});
