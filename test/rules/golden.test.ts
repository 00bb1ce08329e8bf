import { describe, expect, it } from 'vitest';
import { nepiCatalog } from '../../src/catalog/catalog.ts';
import { STATE_ORDER, STATES, type State } from '../../src/model/state.ts';
import { checkExperiment } from '../../src/rules/check.ts';
import { gatherFacts } from '../../src/rules/facts.ts';
import { goldenNames, loadGolden } from '../support/load-golden.ts';

const named = goldenNames('');
const random = goldenNames('random/');

/** Golden experiments that go wrong by design, with what is to be said of them. */
const FAULTY: Readonly<Record<string, readonly string[]>> = {
  deadlock: ['waits-in-circle'],
  'missing-node': ['missing-neighbour'],
  'one-group': ['never-happens'],
};

describe('errors in golden experiments', () => {
  it.each(named)('%s', (name) => {
    const errors = checkExperiment(loadGolden(name).experiment, nepiCatalog).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ rule }) => rule)).toEqual(FAULTY[name] ?? []);
  });

  it.each(random)('none in %s, if NEPI finished it', (name) => {
    const { experiment, trace } = loadGolden(name);
    const errors = checkExperiment(experiment, nepiCatalog).filter(({ severity }) => severity === 'error');
    expect(trace.finished && !trace.abort ? errors : []).toEqual([]);
  });
});

describe('what happened in a golden run is not said to be impossible', () => {
  it.each([...named, ...random])('%s', (name) => {
    const { experiment, trace } = loadGolden(name);
    const progress = gatherFacts(experiment, nepiCatalog).progress();
    const impossible = trace.events.flatMap(([, kind, guid, value]) => {
      const state = value as State;
      if (kind !== 'state' || state === 'FAILED' || state === 'RELEASED') return [];
      return STATES.slice(0, STATE_ORDER[state] + 1).filter((below) => !progress.canReach(guid, below));
    });
    const last = experiment.script?.length ?? 0;
    expect({ impossible, ends: progress.canBegin(last) || !trace.finished }).toEqual({ impossible: [], ends: true });
  });

  it('and most runs that never finish are seen to', () => {
    const stuck = [...named, ...random].map(loadGolden).filter(({ trace }) => !trace.finished);
    const seen = stuck.filter(
      ({ experiment }) => !gatherFacts(experiment, nepiCatalog).progress().canBegin(experiment.script!.length),
    );
    expect(seen.length / stuck.length).toBeGreaterThan(0.8);
  });
});
