import { expect, test } from 'vitest';
import { createRunControl } from '../../../src/app/runs/run-control.ts';
import { isCurrent, type StartRun } from '../../../src/app/stores/run-store.ts';
import { startRun } from '../../../src/engine/run.ts';
import type { Experiment } from '../../../src/model/experiment.ts';
import { createExperiment } from '../../../src/model/experiment.ts';
import { oneEvent } from '../../worker/fake-run.ts';
import { resource } from '../../edit/experiments.ts';
import { catalog, makeStudio } from '../support.ts';

/** The engine itself, to the end at once. */
const runToEnd: StartRun = ({ experiment }, onChunk) => {
  const run = startRun(experiment, catalog);
  for (;;) {
    const chunk = run.advance(1000);
    onChunk(chunk);
    if (chunk.outcome) return () => {};
  }
};

const twoSteps: Experiment = {
  ...createExperiment('two'),
  resources: [
    resource(1, { rtype: 'linux::Node', behavior: { provision: '3s' } }),
    resource(2, { behavior: { start: '1s', run: '2s' } }),
  ],
  connections: [[1, 2]],
};

function setUp(experiment: Experiment = twoSteps, start: StartRun = runToEnd) {
  const studio = makeStudio(experiment, start);
  const said: string[] = [];
  studio.notices.listen(({ text }) => said.push(text));
  return { studio, said, control: createRunControl(studio), state: () => studio.run.getState() };
}

test('play runs the experiment and goes along it; at the end it starts over', () => {
  const { control, state } = setUp();
  control.play();
  expect(state()).toMatchObject({ status: 'done', playing: true, cursor: 0 });
  expect(state().record!.outcome!.kind).toBe('completed');
  const { record } = state();
  state().tick(100);
  expect(state().cursor).toBe(1_000_000);
  control.toEnd();
  expect(state()).toMatchObject({ cursor: record!.now, playing: false });
  control.play();
  expect(state()).toMatchObject({ cursor: 0, playing: true });
  expect(state().record).toBe(record);
});

test('playing stops at the end', () => {
  const { control, state } = setUp();
  control.play();
  state().setSpeed(Infinity);
  state().tick(16);
  expect(state()).toMatchObject({ cursor: state().record!.now, playing: false });
});

test('after a change play runs anew; after a move it does not', () => {
  const { studio, control, state } = setUp();
  control.play();
  const { record } = state();
  control.design();
  studio.document.getState().apply({ kind: 'move', positions: new Map([[1, { x: 50, y: 50 }]]) });
  control.pause();
  control.play();
  expect(state().record).toBe(record);
  control.design();
  studio.document.getState().apply({ kind: 'set-behavior', guids: [2], change: { run: '9s' } });
  expect(isCurrent(state(), studio.document.getState().experiment)).toBe(false);
  control.play();
  expect(state().record).not.toBe(record);
});

test('stepping goes from instant to instant, both ways, and to the ends', () => {
  const { control, state } = setUp();
  control.play();
  const { time, length } = state().record!.events;
  const instants = [...new Set(time.slice(0, length))].filter((at) => at > 0);
  const seen: number[] = [];
  control.toStart();
  for (let index = 0; index < instants.length; index++) {
    control.step(1);
    seen.push(state().cursor);
  }
  expect(seen).toEqual(instants);
  expect(state().playing).toBe(false);
  control.step(-1);
  expect(state().cursor).toBe(instants.at(-2) ?? 0);
  control.toStart();
  control.step(1, { guids: new Set([2]) });
  const own = [...time.slice(0, length)].filter((at, row) => at > 0 && state().record!.events.guid[row] === 2);
  expect(state().cursor).toBe(own[0]);
});

test('an empty experiment is not run, and one of unknown types neither: both say why', () => {
  const empty = setUp(createExperiment('empty'));
  empty.control.play();
  expect(empty.state().status).toBe('none');
  expect(empty.said[0]).toMatch(/nothing to run/);

  const unknown = setUp({ ...twoSteps, resources: [resource(1, { rtype: 'mars::Rover' })], connections: [] });
  unknown.control.play();
  expect(unknown.state().status).toBe('none');
  expect(unknown.said[0]).toContain('mars::Rover');
  expect(unknown.studio.view.getState().bottomTab).toBe('problems');
});

test('a run that is cancelled keeps what it had; nothing comes after it', () => {
  let push: Parameters<StartRun>[1] | undefined;
  let cancelled = false;
  const { control, state } = setUp(twoSteps, (_experiment, onChunk) => {
    push = onChunk;
    return () => void (cancelled = true);
  });
  control.play();
  push!(oneEvent(1_000_000));
  control.cancel();
  expect(cancelled).toBe(true);
  expect(state()).toMatchObject({ status: 'done', playing: false });
  expect(state().record!.outcome).toMatchObject({ kind: 'cancelled', end: 1_000_000 });
});

test('what breaks the run itself is told', () => {
  const { control, state } = setUp(twoSteps, (_experiment, _onChunk, onFailure) => {
    onFailure('RangeError: too far');
    return () => {};
  });
  control.play();
  expect(state()).toMatchObject({ status: 'failed', failure: 'RangeError: too far', playing: false });
});

test('closing the run leaves the design as it is', () => {
  const { studio, control, state } = setUp();
  const before = studio.document.getState();
  control.play();
  control.close();
  expect(state()).toMatchObject({ status: 'none', record: undefined, cursor: 0 });
  expect(studio.document.getState()).toBe(before);
  expect(studio.document.temporal.getState().pastStates).toEqual([]);
});
