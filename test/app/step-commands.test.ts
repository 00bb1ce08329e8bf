import { beforeEach, expect, test } from 'vitest';
import type { Studio } from '../../src/app/stores/studio.ts';
import { stepCommands } from '../../src/app/commands/step-commands.ts';
import { createRunControl } from '../../src/app/runs/run-control.ts';
import { createExperiment } from '../../src/model/experiment.ts';
import { makeChunk } from '../support/make-chunk.ts';
import { makeStudio } from './support.ts';

const chunk = makeChunk({
  events: [
    { time: 1, guid: 1, what: 'READY' },
    { time: 2, guid: 2, what: 'READY' },
    { time: 3, guid: 1, what: 'set' },
    { time: 4, guid: 1, what: 'STARTED' },
    { time: 5, guid: 2, what: 'FAILED' },
    { time: 8, guid: 1, what: 'FAILED' },
  ],
  stretches: [
    { guid: 2, from: 0, to: 2, activity: 'poll' },
    { guid: 1, from: 3, to: 4, activity: 'poll' },
  ],
  details: [{ event: 2, set: ['rate', 1] }],
  now: 9,
  outcome: { kind: 'completed', abort: false, end: 9, stalled: [] },
});

let studio: Studio;

beforeEach(() => {
  studio = makeStudio(createExperiment('steps'), (_experiment, onChunk) => {
    onChunk(chunk);
    return () => {};
  });
  studio.commands.add(stepCommands(studio, createRunControl(studio)));
});

/** Where the cursor goes, command by command. */
function walk(...ids: readonly string[]): number[] {
  return ids.map((id) => {
    studio.commands.run(id);
    return studio.run.getState().cursor;
  });
}

test('without a run nothing can be stepped to', () => {
  expect(studio.commands.run('run.next-failure')).toBe(false);
  expect(studio.commands.run('run.jump')).toBe(false);
});

test('failures, both ways; past the last one the cursor stays', () => {
  studio.run.getState().start(createExperiment('steps'));
  expect(walk('run.next-failure', 'run.next-failure', 'run.next-failure', 'run.previous-failure')).toEqual([
    5, 8, 8, 5,
  ]);
});

test('state changes of the selection; setting an attribute is none', () => {
  studio.run.getState().start(createExperiment('steps'));
  expect(studio.commands.run('run.next-change')).toBe(false);
  studio.view.getState().select({ guids: new Set([1]) });
  expect(walk('run.next-change', 'run.next-change', 'run.next-change', 'run.previous-change')).toEqual([1, 4, 8, 4]);
});

test('events like the one at the cursor', () => {
  studio.run.getState().start(createExperiment('steps'));
  studio.run.getState().seek(1);
  expect(walk('run.next-alike', 'run.previous-alike')).toEqual([2, 1]);
});

test('polls, of the selection where there is one', () => {
  studio.run.getState().start(createExperiment('steps'));
  expect(walk('run.next-poll', 'run.next-poll', 'run.next-poll')).toEqual([2, 4, 4]);
  studio.run.getState().seek(0);
  studio.view.getState().select({ guids: new Set([1]) });
  expect(walk('run.next-poll')).toEqual([4]);
});

test('jumping shows the field for the time', () => {
  studio.run.getState().start(createExperiment('steps'));
  studio.commands.run('run.jump');
  expect(studio.view.getState()).toMatchObject({ bottomTab: 'timeline', wantedField: 'run.time' });
});
