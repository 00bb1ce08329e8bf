import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATE_ORDER, STATES, type State } from '../../src/model/state.ts';
import { gatherFacts } from '../../src/rules/facts.ts';
import { findCircles } from '../../src/rules/progress/blame.ts';
import { Clauses } from '../../src/rules/progress/clauses.ts';
import { certainExperiment } from '../support/experiment-arbitrary.ts';
import { runReference } from '../support/reference-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

describe('whatever happens in a run was not said to be impossible', () => {
  it('in random experiments', () => {
    fc.assert(
      fc.property(certainExperiment, (experiment) => {
        const progress = gatherFacts(experiment, testCatalog).progress();
        const trace = runReference(experiment, testCatalog);
        const impossible = trace.events.flatMap(([, kind, guid, value]) => {
          const state = value as State;
          if (kind !== 'state' || state === 'FAILED' || state === 'RELEASED') return [];
          return STATES.slice(0, STATE_ORDER[state] + 1).filter((below) => !progress.canReach(guid, below));
        });
        const ends = progress.canBegin(Number.MAX_SAFE_INTEGER);
        expect({ impossible, ends: ends || trace.error || !trace.finished }).toEqual({ impossible: [], ends: true });
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('clauses', () => {
  /** Milestones 0 to 9, each clause with a head and a body. */
  const clauseLists = fc.array(fc.tuple(fc.nat(9), fc.array(fc.nat(9), { maxLength: 3 })), { maxLength: 20 });
  const solve = (list: readonly (readonly [number, readonly number[]])[], assumed: readonly number[] = []) => {
    const clauses = new Clauses();
    for (const [head, body] of list) clauses.add(head, body);
    const happens = clauses.solve(10, assumed);
    return { happens: [...happens], waits: clauses.waits(happens) };
  };

  it('what happens is closed under the clauses, and has a reason', () => {
    fc.assert(
      fc.property(clauseLists, (list) => {
        const { happens } = solve(list);
        const reasons = (head: number) => list.filter(([other]) => other === head);
        for (const [head, happened] of happens.entries()) {
          const reasoned = reasons(head).some(([, body]) => body.every((milestone) => happens[milestone]));
          expect(Boolean(happened)).toBe(reasoned);
        }
      }),
    );
  });

  it('assuming more never makes less happen', () => {
    fc.assert(
      fc.property(clauseLists, fc.array(fc.nat(9)), (list, assumed) => {
        const more = solve(list, assumed).happens;
        expect(solve(list).happens.every((happened, milestone) => happened <= more[milestone]!)).toBe(true);
      }),
    );
  });

  it('circles go from each to one that it lacks, and are found unless everything ends in a dead end', () => {
    fc.assert(
      fc.property(clauseLists, (list) => {
        const { waits } = solve(list);
        const circles = findCircles(waits);
        for (const circle of circles) {
          for (const [place, milestone] of circle.entries()) {
            expect(waits.get(milestone)).toContain(circle[(place + 1) % circle.length]);
          }
        }
        const deadEnd = [...waits.values()].some((lacking) => lacking.length === 0);
        expect(circles.length > 0 || deadEnd || waits.size === 0).toBe(true);
      }),
    );
  });
});
