import { expect, test } from 'vitest';
import { startRun } from '../../../src/engine/run.ts';
import type { Intervention } from '../../../src/model/intervention.ts';
import { STATES } from '../../../src/model/state.ts';
import { criticalPath } from '../../../src/record/critical-path.ts';
import { createRecord, type RunRecord } from '../../../src/record/run-record.ts';
import { printSentence } from '../../../src/record/sentence.ts';
import { waitBefore } from '../../../src/ui/timeline/path-words.ts';
import { loadGolden } from '../../support/load-golden.ts';
import { testCatalog } from '../../support/test-catalog.ts';

const { experiment } = loadGolden('server-and-clients');
const words = { labelOf: (guid: number) => `RM ${guid}`, printTime: String, printSpan: String };

function recordOf(interventions: readonly Intervention[]): RunRecord {
  const run = startRun(experiment, testCatalog, { interventions });
  const record = createRecord();
  while (!record.outcome) record.append(run.advance(1000));
  return record;
}

/** For whom resources waited until somebody intervened, in words, on the path to an event. */
function waitsBefore(record: RunRecord, event?: number): readonly string[] {
  return criticalPath(record, event).links.flatMap((link) => {
    const sentence = waitBefore(record, link);
    return sentence ? [printSentence(sentence, words)] : [];
  });
}

test('who waited until it was made to fail is told, and for whom', () => {
  const record = recordOf([{ kind: 'fail', guid: 5, time: 13_200_000 }]);
  const failed = record.stateEvents.of(5).find((row) => STATES[record.events.kind[row]!] === 'FAILED');
  expect(waitsBefore(record, failed)).toEqual(['RM 5 waits for RM 3 to be STARTED.']);
});

test('where nobody intervened, or it waited for nobody, there is nothing to say', () => {
  expect(waitsBefore(recordOf([]))).toEqual([]);
  expect(waitsBefore(recordOf([{ kind: 'fail', guid: 3, time: 500_000 }]))).toEqual([]);
});
