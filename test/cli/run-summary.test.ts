import { describe, expect, test } from 'vitest';
import { summarizeRun } from '../../src/cli/run-summary.ts';
import { createExperiment, type Experiment } from '../../src/model/experiment.ts';
import { createCatalog } from '../../src/model/rtype.ts';
import type { RunChunk, RunOutcome, StalledWait } from '../../src/record/chunk.ts';

const catalog = createCatalog([{ rtype: 'Resource' }, { rtype: 'linux::Node' }]);
const resource = (guid: number, label?: string) => ({
  guid,
  rtype: 'linux::Node',
  behavior: { requires: [{ before: 'start', type: 'linux::Channel', state: 'READY' }] } as const,
  attributes: {},
  traces: [],
  ...(label !== undefined && { label }),
});
const experiment: Experiment = {
  ...createExperiment('test'),
  resources: [resource(1, 'server'), resource(2)],
  conditions: [{ resources: [2], action: 'START', group: [1], state: 'STARTED', time: '5s' }],
};

/** A run in which nothing happened but its end. */
function ended(outcome: Partial<RunOutcome>): RunChunk {
  const none = { length: 0, guid: new Uint32Array(0) };
  const bytes = new Uint8Array(0);
  const integers = new Int32Array(0);
  const times = new Float64Array(0);
  return {
    events: { ...none, time: times, kind: bytes, cause: integers, via: bytes },
    stretches: { ...none, from: times, to: times, activity: bytes, ref: integers, member: none.guid, state: bytes },
    details: [],
    log: [],
    now: 7_500_000,
    tasks: 1,
    outcome: { kind: 'completed', abort: false, end: 7_500_000, stalled: [], ...outcome },
  };
}
const lines = (outcome: Partial<RunOutcome>) =>
  summarizeRun(experiment, catalog, [ended(outcome)])
    .trimEnd()
    .split('\n');

test('says how the run ended, and where each resource stands', () => {
  expect(lines({})).toEqual([
    'test: completed at 7.5s',
    '  2 resources, 0 events, 1 task',
    '  1  server  NEW',
    '  2  Node 2  NEW',
  ]);
});

describe('the outcome', () => {
  test.each([
    [{ abort: true }, 'test: aborted, because a critical resource failed; the script ended at 7.5s'],
    [{ kind: 'error', message: 'start failed' }, 'test: stopped with an error at 7.5s: start failed'],
    [{ kind: 'stalled' }, 'test: stalled at 7.5s: nothing can change any more'],
    [{ kind: 'horizon' }, 'test: not finished at its horizon, 7.5s'],
    [{ kind: 'cancelled' }, 'test: cancelled at 7.5s'],
  ] as const)('%j', (outcome, sentence) => {
    expect(lines(outcome)[0]).toBe(sentence);
  });
});

describe('who waits for whom', () => {
  const wait = { guid: 2, activity: 'condition', ref: 0, member: 1 } as const;
  test.each([
    [{ ...wait, state: 'STARTED' }, 'Node 2 waits for server (guid 1) to be STARTED before its START'],
    [
      { ...wait, activity: 'gate', state: 'READY' },
      'Node 2 waits for server (guid 1) to be READY, to which it is connected',
    ],
    [{ ...wait, activity: 'gate', member: 0 }, 'Node 2 waits for a connected linux::Channel that is not there'],
    [{ ...wait, activity: 'group' }, 'Node 2 waits for server (guid 1) to be READY, which is deployed with it'],
    [
      { ...wait, guid: 0, activity: 'wait', ref: 1, state: 'STOPPED' },
      'the script waits for server (guid 1) to be STOPPED (step 2)',
    ],
    [{ ...wait, activity: 'state', state: 'FAILED' }, "Node 2 can't go on in the state it is in, FAILED"],
    [{ ...wait, activity: 'lock' }, 'Node 2 waits for an action of its own to end'],
    [{ ...wait, activity: 'worker' }, 'Node 2 waits for a worker'],
  ] satisfies [StalledWait, string][])('%j', (stalled, sentence) => {
    expect(lines({ kind: 'stalled', stalled: [stalled] }).at(-1)).toBe(`  ${sentence}`);
  });
});
