import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/edit/edit.ts';
import { parseExperiment, printExperiment } from '../../src/format/json.ts';
import { createExperiment, type Experiment, type Resource } from '../../src/model/experiment.ts';
import type { JournalEntry } from '../../src/storage/document-rows.ts';
import { printChange, replay } from '../../src/storage/journal.ts';
import { certainExperiment as experiments } from '../support/experiment-arbitrary.ts';

const START = { sequence: 0, writer: '' };

/** Writes the way from one experiment to the next ones as a journal. */
function journalOf(experiments: readonly Experiment[]): readonly JournalEntry[] {
  const entries: JournalEntry[] = [];
  experiments.slice(1).forEach((after, index) => {
    const text = printChange(experiments[index]!, after);
    if (text === undefined) return;
    const about = { document: 'a', name: after.id, resources: after.resources.length, savedAt: 0 };
    const previous = entries.at(-1)?.writer ?? '';
    entries.push({ ...about, sequence: entries.length + 1, writer: 'me', after: previous, text });
  });
  return entries;
}

const label = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud800', '__proto__', '"'));
const numbers = fc.array(fc.nat(30), { maxLength: 4 });

/** An edit, once it is known of what: its numbers stand for resources and places, modulo how many there are. */
const edits: fc.Arbitrary<(experiment: Experiment) => Edit | undefined> = fc.oneof(
  fc.tuple(fc.nat(30), label).map(([number, text]) => ({ resources }: Experiment): Edit | undefined => {
    const guid = resources[number % resources.length]?.guid;
    return guid === undefined ? undefined : { kind: 'set-label', guid, label: text };
  }),
  numbers.map(
    (picked) =>
      (experiment: Experiment): Edit => ({ kind: 'remove', guids: guidsOf(experiment, picked) }),
  ),
  fc.tuple(numbers, label, fc.option(fc.oneof(label, fc.boolean()), { nil: undefined })).map(
    ([picked, name, value]) =>
      (experiment: Experiment): Edit => ({ kind: 'set-attribute', guids: guidsOf(experiment, picked), name, value }),
  ),
  fc.tuple(fc.nat(5), label).map(([count, text]) => ({ resources }: Experiment): Edit => {
    const highest = Math.max(0, ...resources.map(({ guid }) => guid));
    const added = Array.from({ length: count }, (_, index): Resource => {
      return { guid: highest + 1 + index, rtype: 'test::Node', label: text, attributes: {}, traces: [] };
    });
    return { kind: 'add', resources: added };
  }),
  numbers.map((picked) => (experiment: Experiment): Edit => {
    const positions = new Map(guidsOf(experiment, picked).map((guid, index) => [guid, { x: index, y: guid }] as const));
    return { kind: 'move', positions } as Edit;
  }),
  label.map((id) => (): Edit => ({ kind: 'set-id', id: id || 'x' })),
  fc.boolean().map((has) => (): Edit => ({ kind: 'set-script', script: has ? [{ op: 'shutdown' }] : undefined })),
  fc.nat(9).map((seed) => (): Edit => ({ kind: 'set-simulation', simulation: { seed } })),
);

function guidsOf({ resources }: Experiment, picked: readonly number[]): readonly number[] {
  return [...new Set(picked.map((number) => resources[number % resources.length]?.guid ?? -1))].filter(
    (guid) => guid > 0,
  );
}

describe('a journal', () => {
  test('leads to the experiment after any edits, undo and redo, to the byte', () => {
    fc.assert(
      fc.property(experiments, fc.array(fc.tuple(edits, fc.nat(9))), (begin, acts) => {
        const withUnknown = { ...begin, future: { kept: [1] } } as Experiment;
        const shown = [withUnknown];
        for (const [make, back] of acts) {
          const now = shown.at(-1)!;
          const edit = make(now);
          // Now and then, undo instead: an experiment from before, whose parts are identical.
          if (back === 0) shown.push(shown[Math.floor(shown.length / 2)]!);
          else if (edit) shown.push(applyEdit(now, edit));
        }
        // From the snapshot as it is read, not the one in memory.
        const read = parseExperiment(printExperiment(withUnknown));
        expect(read.ok).toBe(true);
        if (!read.ok) return;
        const replayed = replay({ experiment: read.experiment, place: START }, journalOf(shown));
        expect(replayed.why).toBeUndefined();
        expect(printExperiment(replayed.experiment)).toBe(printExperiment(shown.at(-1)!));
        expect(replayed.experiment).toEqual(shown.at(-1));
      }),
      { numRuns: 300 },
    );
  });

  test('leads from any experiment to any other', () => {
    fc.assert(
      fc.property(experiments, experiments, (before, after) => {
        const { experiment } = replay({ experiment: before, place: START }, journalOf([before, after]));
        expect(printExperiment(experiment)).toBe(printExperiment(after));
      }),
      { numRuns: 300 },
    );
  });

  test('has a few hundred characters for an act, however large the experiment', () => {
    const resources = Array.from({ length: 30_000 }, (_, index): Resource => {
      return { guid: index + 1, rtype: 'linux::Node', position: { x: index, y: 0 }, attributes: {}, traces: [] };
    });
    const groups = [{ name: 'all', guids: resources.map(({ guid }) => guid) }];
    const experiment = { ...createExperiment('large'), resources, groups };
    const acts: Edit[] = [
      { kind: 'set-id', id: 'renamed' },
      { kind: 'set-label', guid: 15_000, label: 'renamed' },
      { kind: 'rename-group', index: 0, name: 'renamed' },
      { kind: 'remove', guids: [7, 20_000] },
      { kind: 'connect', connections: [[1, 30_000]] },
    ];
    for (const act of acts) expect(printChange(experiment, applyEdit(experiment, act))!.length).toBeLessThan(400);
  });

  test('stops where it was not continued from: what another page added is not used', () => {
    const shown = ['a', 'b', 'c', 'd'].map(createExperiment);
    const [one, two, three] = journalOf(shown) as [JournalEntry, JournalEntry, JournalEntry];
    const from = { experiment: shown[0]!, place: START };
    expect(replay(from, [one, { ...two, after: 'other' }, three])).toMatchObject({
      experiment: { id: 'b' },
      place: { sequence: 1 },
      used: [one],
      unread: [{ sequence: 2 }, { sequence: 3 }],
    });
    expect(replay(from, [one, three])).toMatchObject({ experiment: { id: 'b' }, unread: [three] });
  });

  test.each([
    undefined,
    null,
    5,
    '',
    '{',
    '[]',
    '{"items":[]}',
    '{"fields":[["id",{"set":5}]]}',
    '{"fields":[],"gone":["types"]}',
  ])('stops at an entry that can’t be read (%j) and never throws', (text) => {
    const shown = ['a', 'b', 'c'].map(createExperiment);
    const [one, two] = journalOf(shown) as [JournalEntry, JournalEntry];
    const replayed = replay({ experiment: shown[0]!, place: START }, [one, { ...two, text: text as string }]);
    expect(replayed).toMatchObject({ experiment: { id: 'b' }, used: [one], why: expect.any(String) });
    expect(replayed.unread).toHaveLength(1);
  });
});

test('numbers in unknown fields keep their digits through the journal', () => {
  const parsed = parseExperiment(
    '{"format": "nepi-studio.experiment", "version": 1, "id": "a", "x-t": [1.50], "resources": [{"guid": 1, "rtype": "a", "x-n": 12345678901234567890, "position": {"x": -0, "y": 1}}]}',
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const before = parsed.experiment;
  const [first] = before.resources;
  const after = { ...before, id: 'b', resources: [first!, { ...first!, guid: 2 }] };
  for (const start of [before, createExperiment('c')]) {
    const { experiment, why } = replay({ experiment: start, place: START }, journalOf([start, after]));
    expect(why).toBeUndefined();
    expect(printExperiment(experiment)).toBe(printExperiment(after));
  }
});
