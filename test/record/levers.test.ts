import { expect, test } from 'vitest';
import { criticalPath } from '../../src/record/critical-path.ts';
import { leversOf } from '../../src/record/levers.ts';
import { createRecord } from '../../src/record/run-record.ts';
import { printSentence } from '../../src/record/sentence.ts';
import { loadGolden } from '../support/load-golden.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

const words = { labelOf: (guid: number) => `RM ${guid}`, printTime: String, printSpan: String };

function told(name: string): readonly (readonly [string, number])[] {
  const record = createRecord();
  for (const chunk of runEngine(loadGolden(name).experiment, testCatalog).chunks) record.append(chunk);
  return leversOf(record, criticalPath(record)).map(({ pieces, time }) => [
    printSentence({ pieces }, words),
    time / 1e6,
  ]);
}

test('server-and-clients: phases and the times of conditions, the longest first; polls that NEPI always makes are none', () => {
  expect(told('server-and-clients')).toEqual([
    ['run of RM 5', 40],
    ['provision of RM 1', 12],
    ['the time that RM 5 waits after RM 3 STARTED', 2],
    ['the time that RM 3 waits after RM 5 STOPPED', 1.5],
    ['stop of RM 3', 0.6],
    ['start of RM 3', 0.4],
  ]);
});

test('crowded-workers: more workers, and the polls of a gate', () => {
  expect(told('crowded-workers')).toEqual(
    expect.arrayContaining([
      ['the line for a worker: more workers', 8.3],
      ['the time to the next poll: the reschedule delay', 0.1],
    ]),
  );
});

test('the sleeps of the script', () => {
  expect(told('waits-for-a-failed-critical')).toEqual([["the script's sleep in step 2", 10]]);
});
