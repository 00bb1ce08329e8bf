// The questions that somebody has who never read the file, answered from the record of a real run.
import { describe, expect, test } from 'vitest';
import { startRun } from '../../src/engine/run.ts';
import type { Intervention } from '../../src/model/intervention.ts';
import { STATES } from '../../src/model/state.ts';
import { causeChain } from '../../src/record/causes.ts';
import { criticalPath } from '../../src/record/critical-path.ts';
import { explain } from '../../src/record/explain.ts';
import { createRecord, type RunRecord } from '../../src/record/run-record.ts';
import { printSentence } from '../../src/record/sentence.ts';
import { stateAt } from '../../src/record/state-spans.ts';
import { goldenNames, loadGolden } from '../support/load-golden.ts';
import { testCatalog } from '../support/test-catalog.ts';

function recordOf(name: string, interventions: readonly Intervention[] = []): RunRecord {
  const run = startRun(loadGolden(name).experiment, testCatalog, { interventions });
  const record = createRecord();
  while (!record.outcome) record.append(run.advance(1000));
  return record;
}

const stateAtRow = (record: RunRecord, row: number) => STATES[record.events.kind[row]!];

const words = {
  labelOf: (guid: number) => `RM ${guid}`,
  printTime: (time: number) => `${time / 1_000_000} s`,
  printSpan: (span: number) => `${span / 1_000_000} s`,
};
const told = (record: RunRecord, guid: number, seconds: number) =>
  explain(record, guid, Math.round(seconds * 1_000_000)).sentences.map((sentence) => printSentence(sentence, words));

describe.each(goldenNames(''))('%s', (name) => {
  const record = recordOf(name);

  test('the critical path sums up to the end of the run', () => {
    const { totals, links, end } = criticalPath(record);
    expect(end).toBe(record.now);
    expect(Object.values(totals).reduce((sum, value) => sum + value, 0)).toBe(record.now);
    for (let index = 1; index < links.length; index++) expect(links[index]!.from).toBe(links[index - 1]!.to);
  });

  test('every event leads back to the beginning, through causes that are no later', () => {
    const { cause, time, length } = record.events;
    const wrong = Array.from({ length }, (_, event) => event).filter(
      (event) => cause[event]! >= event || (cause[event]! >= 0 && time[cause[event]!]! > time[event]!),
    );
    expect(wrong).toEqual([]);
    expect(causeChain(record, length - 1).at(-1)!.cause).toBe(-1);
  });
});

test('server-and-clients: why the last client started when it did', () => {
  const record = recordOf('server-and-clients');
  expect(told(record, 5, 5).slice(0, 3)).toEqual([
    'RM 5 is NEW.',
    'RM 5 can only go on once RM 2 is READY.',
    'RM 2 is being provisioned, which takes another 4.25 s.',
  ]);
  expect(told(record, 5, 15)[1]).toBe('RM 5 waits: RM 3 is STARTED, and another 0.4 s must pass.');
  expect(criticalPath(record).totals).toMatchObject({ run: 40_000_000, work: 13_000_000 });
});

test('crowded-workers: who is due finds every worker busy', () => {
  const record = recordOf('crowded-workers');
  expect(told(record, 79, 6)[1]).toMatch(/^RM 79 is due, but every worker is busy for another [\d.]+ s\.$/);
  expect(told(record, 1, 6)[1]).toBe('RM 1 waits until all of its deployment group are READY; RM 79 is not.');
});

test('deadlock: who waits for whom, in a circle', () => {
  const record = recordOf('deadlock');
  expect(record.outcome?.kind).toBe('stalled');
  const waiting = record.outcome!.stalled.filter(({ guid }) => guid > 0);
  const circles = waiting.filter(({ guid }) => explain(record, guid, record.now).circle);
  expect(circles.length).toBeGreaterThan(0);
  const { sentences } = explain(record, circles[0]!.guid, record.now);
  expect(sentences.map((sentence) => printSentence(sentence, words))).toContain(
    'They wait for each other: this never ends by itself.',
  );
});

test('critical-failure-while-running: what runs, and that it fails', () => {
  const record = recordOf('critical-failure-while-running');
  expect(told(record, 2, 4.5)).toEqual([
    'RM 2 has been STARTED since 1 s.',
    'RM 2 runs, which takes another 4 s.',
    'RM 2 gets FAILED at 8.5 s, in 4 s.',
  ]);
  expect(stateAt(record, 2, 8_400_000)).toBe('STARTED');
});

test('deadlock: when a node is made to fail decides how long the run takes, not what it did until then', () => {
  const record = recordOf('deadlock', [{ kind: 'fail', guid: 1, time: 10_000_000 }]);
  const { links, totals, end } = criticalPath(record);
  expect(end).toBe(10_500_000);
  expect(totals).toMatchObject({ intervention: 10_000_000, polling: 500_000, other: 0 });
  expect(links[0]).toMatchObject({
    guid: 1,
    via: 'intervention',
    parts: [{ from: 0, to: 10_000_000, kind: 'intervention' }],
  });
});

test('what takes its time once somebody intervened is told apart from the time until he did', () => {
  const { experiment } = loadGolden('server-and-clients');
  const dropped = experiment.conditions.map((_, index) => ({
    kind: 'drop-condition' as const,
    index,
    time: 14_500_000,
  }));
  const record = recordOf('server-and-clients', [
    { kind: 'set-behavior', guid: 5, change: { start: '3s' }, time: 1_000_000 },
    ...dropped,
  ]);
  const started = record.stateEvents.of(5).find((row) => stateAtRow(record, row) === 'STARTED');
  expect(criticalPath(record, started).links.at(-1)?.parts).toEqual([
    { from: 0, to: 14_500_000, kind: 'intervention' },
    { from: 14_500_000, to: 17_500_000, kind: 'work' },
  ]);
});
