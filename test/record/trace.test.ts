import { expect, test } from 'vitest';
import { createExperiment, type Experiment } from '../../src/model/experiment.ts';
import { createTrace, printTrace } from '../../src/record/trace.ts';
import { makeChunk } from '../support/make-chunk.ts';
import { testCatalog } from '../support/test-catalog.ts';

const experiment: Experiment = {
  ...createExperiment('two'),
  types: [{ rtype: 'Node' }],
  resources: [
    { guid: 3, rtype: 'Node', attributes: {}, traces: [] },
    { guid: 1, rtype: 'Node', attributes: {}, traces: [] },
  ],
};

const first = makeChunk({
  now: 1,
  events: [
    { time: 0, guid: 0, what: 'step' },
    { time: 1, guid: 3, what: 'DISCOVERED' },
  ],
  details: [{ event: 0, step: 0 }],
});
const second = makeChunk({
  now: 7,
  events: [
    { time: 5, guid: 3, what: 'set' },
    { time: 7, guid: 0, what: 'step' },
  ],
  details: [
    { event: 2, set: ['speed', 9] },
    { event: 3, step: 1 },
  ],
  outcome: { kind: 'completed', abort: true, end: 7, stalled: [] },
});

test('a trace has the events of all chunks, and the steps by themselves', () => {
  expect(createTrace(experiment, testCatalog, [first, { ...second, tasks: 4 }])).toEqual({
    abort: true,
    end: 7,
    error: false,
    events: [
      [1, 'state', 3, 'DISCOVERED'],
      [5, 'set', 3, ['speed', 9]],
    ],
    finished: true,
    states: { 1: 'NEW', 3: 'DISCOVERED' },
    steps: [
      [0, 'deploy'],
      [7, 'waitStarted'],
    ],
    tasks: 4,
  });
});

test.each([
  ['completed', true, false],
  ['error', true, true],
  ['stalled', false, false],
  ['horizon', false, false],
  ['cancelled', false, false],
] as const)('a run that ended as %s', (kind, finished, error) => {
  const last = makeChunk({ now: 9, outcome: { kind, abort: false, end: 9, stalled: [] } });
  expect(createTrace(experiment, testCatalog, [last])).toMatchObject({ finished, error, end: 9 });
});

test('a run that is under way has come as far as its last chunk', () => {
  expect(createTrace(experiment, testCatalog, [first])).toMatchObject({ finished: false, end: 1 });
});

test('a printed trace is one line that reads back as it was', () => {
  const trace = createTrace(experiment, testCatalog, [first, second]);
  expect(printTrace(trace)).not.toContain('\n');
  expect(JSON.parse(printTrace(trace))).toEqual(trace);
});
