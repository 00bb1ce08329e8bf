// The transitions between states that a run can make: a table to look things up in, held to what runs really do.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Experiment } from '../../src/model/experiment.ts';
import { STATES, type State } from '../../src/model/state.ts';
import type { Guid } from '../../src/model/units.ts';
import { luckyExperiment } from '../support/experiment-arbitrary.ts';
import { goldenNames, loadGolden } from '../support/load-golden.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

/** The states that a resource can enter next. An action and a phase under way may each enter the same state. */
const NEXT: Readonly<Record<State, readonly State[]>> = {
  NEW: ['DISCOVERED', 'FAILED', 'RELEASED'],
  DISCOVERED: ['PROVISIONED', 'FAILED', 'RELEASED'],
  PROVISIONED: ['READY', 'FAILED', 'RELEASED'],
  READY: ['STARTED', 'FAILED', 'RELEASED'],
  // STARTED again: two starts were under way. By hand and by deploy, for example.
  STARTED: ['STARTED', 'STOPPED', 'FAILED', 'RELEASED'],
  // STARTED: NEPI starts what has stopped. STOPPED again: the run ended during a stop.
  STOPPED: ['STARTED', 'STOPPED', 'FAILED', 'RELEASED'],
  // FAILED again: a phase failed that waited for the lock.
  FAILED: ['FAILED', 'RELEASED'],
  RELEASED: [],
};

/** All transitions of a run, as `NEW -> DISCOVERED`. */
function transitionsOf(experiment: Experiment): readonly string[] {
  const states = new Map<Guid, State>();
  return runEngine(experiment, testCatalog).chunks.flatMap(({ events }) =>
    [...events.kind].flatMap((kind, row) => {
      const next = STATES[kind];
      if (!next) return [];
      const guid = events.guid[row]!;
      const before = states.get(guid) ?? 'NEW';
      states.set(guid, next);
      return [`${before} -> ${next}`];
    }),
  );
}

const legal = STATES.flatMap((state) => NEXT[state].map((next) => `${state} -> ${next}`)).toSorted();

test('runs make these transitions, each of them, and no others', () => {
  const seen = new Set<string>();
  const run = (experiment: Experiment) => transitionsOf(experiment).forEach((each) => seen.add(each));
  for (const name of goldenNames('')) run(loadGolden(name).experiment);
  fc.assert(fc.property(luckyExperiment, run), { seed: 3, numRuns: 2000 });
  expect([...seen].toSorted()).toEqual(legal);
}, 60_000);
