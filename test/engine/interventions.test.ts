import { describe, expect, test } from 'vitest';
import { startRun } from '../../src/engine/run.ts';
import { createExperiment, type Behavior, type Condition, type Step } from '../../src/model/experiment.ts';
import type { Intervention } from '../../src/model/intervention.ts';
import { STATES } from '../../src/model/state.ts';
import { CAUSES, type RunChunk } from '../../src/record/chunk.ts';
import { testCatalog } from '../support/test-catalog.ts';

const SECOND = 1_000_000;

interface Sketch {
  readonly rms: Readonly<Record<number, Behavior>>;
  readonly conditions?: readonly Condition[];
  readonly script?: readonly Step[];
  readonly interventions: readonly Intervention[];
}

function run({ rms, conditions = [], script = [deploy, sleep('20s')], interventions }: Sketch): RunChunk {
  const experiment = {
    ...createExperiment('what-if'),
    types: [
      { rtype: 'Node', attributes: [{ name: 'speed', type: 'INTEGER' as const, default: 1, range: [0, 99] as const }] },
    ],
    resources: Object.entries(rms).map(([guid, behavior]) => ({
      guid: Number(guid),
      rtype: 'Node',
      attributes: { critical: false },
      traces: [],
      behavior,
    })),
    conditions,
    script,
  };
  return startRun(experiment, testCatalog, { interventions }).advance(1e9);
}

const deploy: Step = { op: 'deploy', waitAllReady: false };
const sleep = (time: string): Step => ({ op: 'sleep', time });

/** States from READY on (and FAILED), times in seconds; what an intervention let happen is marked. */
function story({ events }: RunChunk): string[] {
  const lines: string[] = [];
  for (let row = 0; row < events.length; row++) {
    const state = STATES[events.kind[row]!] ?? (events.kind[row] === 8 ? 'set' : undefined);
    if (!state || ['DISCOVERED', 'PROVISIONED'].includes(state)) continue;
    const mark = CAUSES[events.via[row]!] === 'intervention' ? ' !' : '';
    lines.push(`${events.time[row]! / SECOND} ${events.guid[row]} ${state}${mark}`);
  }
  return lines;
}

describe('fail', () => {
  test('breaks off the phase that is under way', () => {
    const chunk = run({ rms: { 1: { ready: '5s' } }, interventions: [{ time: 2 * SECOND, kind: 'fail', guid: 1 }] });
    expect(story(chunk)).toEqual(['2 1 FAILED !']);
    expect(chunk.log.map(({ text }) => text)).toContain('Node guid 1 - made to fail');
  });

  test('needs no phase', () => {
    const interventions: Intervention[] = [{ time: 2 * SECOND, kind: 'fail', guid: 1 }];
    expect(story(run({ rms: { 1: { run: '5s' } }, interventions }))).toEqual([
      '0 1 READY',
      '0 1 STARTED',
      '2 1 FAILED !',
    ]);
  });

  test('comes before anything else of its instant', () => {
    const interventions: Intervention[] = [{ time: 5 * SECOND, kind: 'fail', guid: 1 }];
    expect(story(run({ rms: { 1: { ready: '5s' } }, interventions }))).toEqual(['5 1 FAILED !']);
  });

  test('aborts the experiment when the resource is critical, and is in time for what waits', () => {
    const critical: Step = { op: 'set', resources: [1], attribute: 'critical', value: true };
    const { outcome } = run({
      rms: { 1: { run: '1m' } },
      script: [critical, deploy, { op: 'waitFinished', resources: [1] }],
      interventions: [{ time: 3 * SECOND, kind: 'fail', guid: 1 }],
    });
    expect(outcome).toMatchObject({ kind: 'completed', abort: true, end: 3 * SECOND });
  });
});

test('stop takes the time of the phase, and no worker', () => {
  const interventions: Intervention[] = [{ time: 2 * SECOND, kind: 'stop', guid: 1 }];
  expect(story(run({ rms: { 1: { stop: '1.5s' } }, interventions }))).toEqual([
    '0 1 READY',
    '0 1 STARTED',
    '3.5 1 STOPPED !',
  ]);
});

describe('delay', () => {
  const delay = (time: number): Intervention[] => [{ time: time * SECOND, kind: 'delay', guid: 1, by: 3 * SECOND }];

  test('makes a phase longer', () => {
    expect(story(run({ rms: { 1: { ready: '5s' } }, interventions: delay(4) }))).toEqual(['8 1 READY', '8 1 STARTED']);
  });

  test('makes a run longer', () => {
    expect(story(run({ rms: { 1: { run: '5s' } }, interventions: delay(4) }))[2]).toBe('8 1 STOPPED');
  });

  test('holds up what does nothing', () => {
    const conditions: Condition[] = [{ resources: [1], action: 'START', group: [2], state: 'STARTED' }];
    const rms = { 1: {}, 2: { start: '4.5s' } };
    expect(story(run({ rms, conditions, interventions: delay(4) }))).toContain('7 1 STARTED');
  });
});

test('set is an event, and what the range forbids is logged', () => {
  const chunk = run({
    rms: { 1: {} },
    interventions: [
      { time: SECOND, kind: 'set', guid: 1, name: 'speed', value: 7 },
      { time: SECOND, kind: 'set', guid: 1, name: 'speed', value: '100' },
    ],
  });
  expect(story(chunk)[2]).toBe('1 1 set !');
  expect(chunk.details.find(({ set }) => set)?.set).toEqual(['speed', 7]);
  expect(chunk.log.at(-1)?.text).toMatch(/speed is a number from 0 to 99; not the text '100'/);
});

describe('a dropped condition', () => {
  const drop: Intervention[] = [{ time: 2.5 * SECOND, kind: 'drop-condition', index: 0 }];

  test('lets go at once who waits for its time', () => {
    const conditions: Condition[] = [{ resources: [1], action: 'START', group: [2], state: 'STARTED', time: '10s' }];
    expect(story(run({ rms: { 1: {}, 2: {} }, conditions, interventions: drop }))).toContain('2.5 1 STARTED !');
  });

  test('is found missing at the next poll by who waits for its state', () => {
    const conditions: Condition[] = [{ resources: [1], action: 'START', group: [2], state: 'STOPPED' }];
    expect(story(run({ rms: { 1: {}, 2: {} }, conditions, interventions: drop }))).toContain('3 1 STARTED');
  });
});

describe('another behavior', () => {
  const change = (behavior: Behavior): Intervention[] => [
    { time: 2 * SECOND, kind: 'set-behavior', guid: 1, change: behavior },
  ];

  test('counts from the beginning of the phase that is under way', () => {
    expect(story(run({ rms: { 1: { ready: '5s' } }, interventions: change({ ready: '3s' }) }))[0]).toBe('3 1 READY');
    expect(story(run({ rms: { 1: { ready: '5s' } }, interventions: change({ ready: '1s' }) }))[0]).toBe('2 1 READY');
  });

  test('gives a run an end, or another one', () => {
    expect(story(run({ rms: { 1: {} }, interventions: change({ run: '6s' }) }))[2]).toBe('6 1 STOPPED !');
    expect(story(run({ rms: { 1: { run: '4s' } }, interventions: change({ run: '6s' }) }))[2]).toBe('6 1 STOPPED');
  });
});
