import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startRun } from '../../src/engine/run.ts';
import {
  createExperiment,
  type Behavior,
  type Connection,
  type Experiment,
  type Resource,
} from '../../src/model/experiment.ts';
import type { RunChunk } from '../../src/record/chunk.ts';
import { concatRecord } from '../support/concat-record.ts';
import { luckyExperiment } from '../support/experiment-arbitrary.ts';
import { testCatalog } from '../support/test-catalog.ts';

function createResource(guid: number, rtype: string, behavior: Behavior): Resource {
  return { guid, rtype, attributes: {}, traces: [], behavior };
}

function recordOf(experiment: Experiment, polls: 'literal' | 'skipped') {
  const run = startRun(experiment, testCatalog, { polls });
  const chunks: RunChunk[] = [];
  do chunks.push(run.advance(1e9));
  while (!chunks.at(-1)!.outcome);
  const { outcome } = chunks.at(-1)!;
  return { ...concatRecord(chunks), outcome: outcome!, tasks: chunks.at(-1)!.tasks, log: chunks.flatMap((c) => c.log) };
}

function expectNoDifference(experiment: Experiment): void {
  const literal = recordOf(experiment, 'literal');
  const skipped = recordOf(experiment, 'skipped');
  expect(skipped.events).toEqual(literal.events);
  expect(skipped.log).toEqual(literal.log);
  if (skipped.outcome.kind === 'stalled') {
    expect(literal.outcome).toMatchObject({ kind: 'horizon', abort: skipped.outcome.abort });
  } else {
    expect(skipped.outcome).toEqual(literal.outcome);
    expect(skipped.tasks).toBe(literal.tasks);
    expect(skipped.stretches).toEqual(literal.stretches);
  }
}

test('skipping polls changes nothing: not the events, their causes, what was waited for, or the tasks', () => {
  fc.assert(fc.property(luckyExperiment, expectNoDifference), { seed: 7, numRuns: 300 });
}, 60_000);

/** Many hosts that all take another time, so that the agenda's lookup forgets some, with programs that poll for them. */
const manyTimes = fc
  .record({
    hosts: fc.array(fc.record({ provision: fc.integer({ min: 0, max: 30e6 }), programs: fc.nat({ max: 3 }) }), {
      minLength: 400,
      maxLength: 800,
      size: 'max',
    }),
    rescheduleDelay: fc.constantFrom('0.3s', '0.5s', '1s'),
    workers: fc.constantFrom(0, 50, 900),
  })
  .map(({ hosts, ...simulation }): Experiment => {
    const resources: Resource[] = [];
    const connections: Connection[] = [];
    for (const { provision, programs } of hosts) {
      const host = resources.length + 1;
      resources.push(createResource(host, 'test::Host', { provision: `${provision}us` }));
      for (let program = 0; program < programs; program++) {
        connections.push([host, resources.length + 1]);
        resources.push(createResource(resources.length + 1, 'test::Program', { run: `${provision % 7}s` }));
      }
    }
    const requires = [{ before: 'discover', type: 'test::Host', state: 'READY', atLeast: 1 }] as const;
    return {
      ...createExperiment('many-times'),
      types: [{ rtype: 'test::Host' }, { rtype: 'test::Program', behavior: { requires } }],
      resources,
      connections,
      simulation,
    };
  });

test('nor does it where more times are waited for than the agenda remembers', () => {
  fc.assert(fc.property(manyTimes, expectNoDifference), { seed: 11, numRuns: 20 });
}, 60_000);
