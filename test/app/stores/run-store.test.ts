// Several runs beside each other, and where playing stops. The runs are made by hand: what is in them is the engine's.
import { beforeEach, expect, test } from 'vitest';
import { twinOf } from '../../../src/forks/kept-runs.ts';
import { createRunStore, isCurrent, type RunStore } from '../../../src/app/stores/run-store.ts';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import type { Intervention } from '../../../src/model/intervention.ts';
import type { Orchestrator } from '../../../src/model/simulation.ts';
import type { RunChunk } from '../../../src/record/chunk.ts';
import { makeChunk } from '../../support/make-chunk.ts';

const SECOND = 1_000_000;
const experiment = createExperiment('runs');
const fails: Intervention = { kind: 'fail', guid: 1, time: 4 * SECOND };

interface Launched {
  readonly experiment: Experiment;
  readonly interventions: readonly Intervention[];
  readonly orchestrator: Orchestrator;
  readonly push: (chunk: RunChunk) => void;
  readonly fail: (message: string) => void;
  cancelled: boolean;
}

let launched: Launched[] = [];
let store: RunStore;
const state = () => store.getState();

beforeEach(() => {
  launched = [];
  store = createRunStore((plan, push, fail) => {
    const run: Launched = { ...plan, push, fail, cancelled: false };
    launched.push(run);
    return () => void (run.cancelled = true);
  });
});

/** The run launched last comes to its end. */
function finish(end = 10 * SECOND): void {
  launched.at(-1)!.push(
    makeChunk({
      events: [
        { time: 0, guid: 1, what: 'READY' },
        { time: 3 * SECOND, guid: 1, what: 'STARTED' },
        { time: 6 * SECOND, guid: 1, what: 'STOPPED' },
      ],
      now: end,
      outcome: { kind: 'completed', abort: false, end, stalled: [] },
    }),
  );
}

function startAndFinish(): void {
  state().start(experiment);
  finish();
}

test('a fork runs the same with one thing otherwise, and is shown; the original stays', () => {
  startAndFinish();
  const original = state().record;
  state().seek(4 * SECOND);
  state().fork({ name: 'Node 1 fails', interventions: [fails] });
  expect(launched[1]).toMatchObject({ experiment, interventions: [fails] });
  expect(state()).toMatchObject({ status: 'running', shown: 1, cursor: 4 * SECOND });
  finish(8 * SECOND);
  expect(state()).toMatchObject({ status: 'done', cursor: 4 * SECOND });
  expect(state().record!.now).toBe(8 * SECOND);
  state().show(0);
  expect(state().record).toBe(original);
  expect(state().runs.map(({ name }) => name)).toEqual(['Original', 'Node 1 fails']);
  expect(isCurrent(state(), experiment)).toBe(true);
});

test('a fork of a fork does both; another seed is a fork, too', () => {
  startAndFinish();
  state().fork({ name: 'a', interventions: [fails] });
  finish();
  const stops: Intervention = { kind: 'stop', guid: 2, time: 5 * SECOND };
  state().fork({ name: 'a', interventions: [stops] });
  expect(launched[2]!.interventions).toEqual([fails, stops]);
  expect(state().runs.map(({ name }) => name)).toEqual(['Original', 'a', 'a (2)']);
  finish();
  state().fork({ name: 'seed 7', seed: 7 });
  expect(launched[3]!.experiment.simulation).toEqual({ seed: 7 });
  expect(launched[3]!.interventions).toEqual([fails, stops]);
  expect(isCurrent(state(), experiment)).toBe(true);
});

test('throwing a fork away shows what it was forked from, and takes its forks along', () => {
  startAndFinish();
  state().fork({ name: 'a', interventions: [fails] });
  finish();
  state().fork({ name: 'b', seed: 2 });
  finish();
  state().drop(1);
  expect(state().runs.map(({ id }) => id)).toEqual([0]);
  expect(state()).toMatchObject({ shown: 0, status: 'done' });
  state().drop(0);
  expect(state().runs).toHaveLength(1);
});

test('a fork that is thrown away while it runs is cancelled, and nothing comes of it', () => {
  startAndFinish();
  state().fork({ name: 'a', interventions: [fails] });
  state().drop(1);
  expect(launched[1]!.cancelled).toBe(true);
  finish();
  expect(state().runs).toHaveLength(1);
  expect(state().record!.now).toBe(10 * SECOND);
});

test('a fork is compared with what it was forked from, until another is chosen', () => {
  startAndFinish();
  state().fork({ name: 'a', interventions: [fails] });
  expect(state()).toMatchObject({ shown: 1, against: 0 });
  finish();
  state().fork({ name: 'b', seed: 2 });
  expect(state()).toMatchObject({ shown: 2, against: 1 });
  finish();
  state().show(0);
  state().fork({ name: 'c', seed: 3 });
  finish();
  state().compare(2);
  expect(state()).toMatchObject({ shown: 3, against: 2 });
  state().show(1);
  expect(state()).toMatchObject({ shown: 1, against: 2 });
  state().drop(2);
  expect(state()).toMatchObject({ shown: 1, against: 0 });
  state().compare(undefined);
  expect(state().against).toBeUndefined();
  startAndFinish();
  expect(state()).toMatchObject({ shown: 0, against: undefined });
});

test('the now-line goes on to where something is done to a fork, when that is later; it stays when it is not', () => {
  startAndFinish();
  state().seek(SECOND);
  state().fork({ name: 'a', interventions: [{ ...fails, time: 5 * SECOND }, fails] });
  expect(state().cursor).toBe(SECOND);
  launched.at(-1)!.push(makeChunk({ now: 2 * SECOND }));
  finish();
  expect(state().cursor).toBe(4 * SECOND);
  state().seek(6 * SECOND);
  state().fork({ name: 'b', interventions: [fails] });
  finish();
  expect(state().cursor).toBe(6 * SECOND);
});

test('the now-line is not beyond the end of a fork that is over', () => {
  startAndFinish();
  state().seek(9 * SECOND);
  state().fork({ name: 'a', interventions: [fails] });
  expect(state().cursor).toBe(9 * SECOND);
  finish(8 * SECOND);
  expect(state().cursor).toBe(8 * SECOND);
});

test('the cursor goes on to where it was sent as soon as a run being computed has come that far', () => {
  const reached = (now: number) => launched.at(-1)!.push(makeChunk({ now }));
  state().start(experiment);
  reached(2 * SECOND);
  state().seek(5 * SECOND);
  expect(state().cursor).toBe(2 * SECOND);
  reached(4 * SECOND);
  expect(state().cursor).toBe(4 * SECOND);
  reached(6 * SECOND);
  expect(state().cursor).toBe(5 * SECOND);
  finish();
  expect(state().cursor).toBe(5 * SECOND);
});

test.each(['done', 'cut off'])('the end of a run that is being computed is where it ends: %s', (how) => {
  state().start(experiment);
  launched[0]!.push(makeChunk({ now: 2 * SECOND }));
  state().seek(Infinity);
  expect(state().cursor).toBe(2 * SECOND);
  if (how === 'done') finish();
  else state().cancel();
  expect(state().cursor).toBe(state().record!.now);
  state().fork({ name: 'a', interventions: [fails] });
  state().seek(SECOND);
  finish();
  expect(state().cursor).toBe(SECOND);
});

test('whoever moves the cursor elsewhere, plays or forks does not want to go there any more', () => {
  const elsewhere = [
    () => state().seek(2 * SECOND),
    () => state().play(true),
    () => state().fork({ name: 'a', seed: 2 }),
  ];
  for (const act of elsewhere) {
    state().start(experiment);
    launched.at(-1)!.push(makeChunk({ now: 2 * SECOND }));
    state().seek(Infinity);
    act();
    finish();
    expect(state().cursor).toBe(2 * SECOND);
  }
});

test('the same run by an ideal orchestrator is its twin; what is forked from that is ideal, too', () => {
  startAndFinish();
  state().fork({ name: 'Ideal', orchestrator: 'ideal' });
  expect(launched.map(({ orchestrator }) => orchestrator)).toEqual(['nepi', 'ideal']);
  finish();
  const [original, ideal] = state().runs;
  expect(twinOf(state().runs, original!)).toBe(ideal);
  expect(twinOf(state().runs, ideal!)).toBe(original);
  state().fork({ name: 'a', interventions: [fails] });
  expect(launched[2]).toMatchObject({ orchestrator: 'ideal', interventions: [fails] });
  expect(twinOf(state().runs, state().runs[2]!)).toBeUndefined();
});

test('a fork that breaks says so; the original is unharmed', () => {
  startAndFinish();
  state().fork({ name: 'a', interventions: [fails] });
  launched[1]!.fail('RangeError');
  expect(state()).toMatchObject({ status: 'failed', failure: 'RangeError' });
  state().show(0);
  expect(state()).toMatchObject({ status: 'done', failure: undefined });
});

test('a new start forgets the forks', () => {
  startAndFinish();
  state().fork({ name: 'a', interventions: [fails] });
  startAndFinish();
  expect(state().runs.map(({ name }) => name)).toEqual(['Original']);
});

test('playing stops at a breakpoint, and goes on from there', () => {
  state().setBreakpoints([
    { id: 1, rule: { kind: 'state', guid: 1, state: 'READY' }, enabled: true },
    { id: 2, rule: { kind: 'state', state: 'STARTED' }, enabled: true },
    { id: 3, rule: { kind: 'time', time: 5 * SECOND }, enabled: false },
    { id: 4, rule: { kind: 'state', state: 'STOPPED' }, enabled: true },
  ]);
  startAndFinish();
  state().setSpeed(Infinity);
  const stops: number[] = [];
  for (let plays = 0; plays < 4; plays++) {
    state().play(true);
    state().tick(16);
    stops.push(state().cursor);
    if (plays < 3) expect(state()).toMatchObject({ playing: false, stoppedBy: { id: [1, 2, 4][plays] } });
  }
  expect(stops).toEqual([0, 3 * SECOND, 6 * SECOND, 10 * SECOND]);
  expect(state().stoppedBy).toBeUndefined();
});

test('what comes in the instant that a run being computed has reached is not passed by', () => {
  state().setBreakpoints([
    { id: 1, rule: { kind: 'failure' }, enabled: true },
    { id: 2, rule: { kind: 'stalled' }, enabled: true },
  ]);
  state().start(experiment);
  state().setSpeed(Infinity);
  state().play(true);
  const push = (what: 'STARTED' | 'FAILED', outcome?: 'stalled') => {
    const end = 3 * SECOND;
    launched[0]!.push(
      makeChunk({
        events: [{ time: end, guid: 1, what }],
        now: end,
        ...(outcome && { outcome: { kind: outcome, abort: false, end, stalled: [] } }),
      }),
    );
    state().tick(16);
  };
  push('STARTED');
  expect(state()).toMatchObject({ cursor: 3 * SECOND, playing: true });
  push('FAILED');
  expect(state()).toMatchObject({ playing: false, stoppedBy: { id: 1 } });
  state().seek(2 * SECOND);
  state().setBreakpoints(state().breakpoints.slice(1));
  state().play(true);
  state().tick(16);
  push('STARTED', 'stalled');
  expect(state()).toMatchObject({ playing: false, stoppedBy: { id: 2 } });
});

test('a breakpoint is met once per pass, also when the cursor was set by hand', () => {
  state().setBreakpoints([{ id: 1, rule: { kind: 'time', time: 3 * SECOND }, enabled: true }]);
  startAndFinish();
  state().setSpeed(1);
  state().seek(2_990_000);
  state().play(true);
  state().tick(16);
  expect(state()).toMatchObject({ cursor: 3 * SECOND, playing: false });
  state().seek(3 * SECOND);
  expect(state().stoppedBy).toBeUndefined();
  state().play(true);
  state().tick(16);
  expect(state().playing).toBe(true);
});

test('views hear at once of the first that there is to see, and of the rest at their pace', () => {
  let waiting: (() => void) | undefined;
  const paced = createRunStore(
    (_of, onChunk) => {
      push = onChunk;
      return () => {};
    },
    (publish) => void (waiting = publish),
  );
  let push: (chunk: RunChunk) => void = () => {};
  const heard: number[] = [];
  paced.subscribe(({ record, version }, before) => version !== before.version && heard.push(record!.now));
  paced.getState().start(experiment);
  for (const now of [0, 0, 5, 6, 7]) push(makeChunk({ events: [], now }));
  expect(heard).toEqual([5]);
  waiting!();
  expect(heard).toEqual([5, 7]);
});
