import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { WaitTracking } from '../../src/engine/nepi/recording/wait-tracking.ts';
import { DeploymentGroup } from '../../src/engine/nepi/runtime/deployment-group.ts';
import { ResourceRuntime } from '../../src/engine/nepi/runtime/resource-runtime.ts';
import { startRun } from '../../src/engine/run.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import { resolveSimulation } from '../../src/model/simulation.ts';
import { emptyPolls } from '../../src/record/empty-polls.ts';
import { createRecord } from '../../src/record/run-record.ts';
import { luckyExperiment } from '../support/experiment-arbitrary.ts';
import { testCatalog } from '../support/test-catalog.ts';

// Called below, with a `this` of their own.
// oxlint-disable-next-line typescript/unbound-method
const { waitsOn } = WaitTracking.prototype;
// oxlint-disable-next-line typescript/unbound-method
const { waitAllAndStart } = DeploymentGroup.prototype;

/** Runs with every poll made, and writes down who looked for something when, and found nothing. */
function runLiterally(experiment: Experiment) {
  const looks = new Set<string>();
  vi.spyOn(WaitTracking.prototype, 'waitsOn').mockImplementation(function (this: WaitTracking, resource, next, wait) {
    if (resource instanceof ResourceRuntime) looks.add(`${resource.guid} ${resource.context.now}`);
    waitsOn.call(this, resource, next, wait);
  });
  vi.spyOn(DeploymentGroup.prototype, 'waitAllAndStart').mockImplementation(function (this: DeploymentGroup) {
    waitAllAndStart.call(this);
    if (this.isAwaited) for (const { guid } of this.members) looks.add(`${guid} ${this.context.now}`);
  });
  const run = startRun(experiment, testCatalog, { polls: 'literal' });
  const record = createRecord();
  while (!record.outcome) record.append(run.advance(1e9));
  vi.restoreAllMocks();
  return { record, looks };
}

test.each([
  ['without a limit of workers', 0, 0.6],
  ['with so few that polls stand in line', undefined, 0.45],
])(
  'where a poll in vain is told, there was one: %s',
  (_case, workers, share) => {
    let looked = 0;
    const told = new Set<string>();
    fc.assert(
      fc.property(luckyExperiment, ({ simulation, ...experiment }) => {
        const limited = { ...experiment, simulation: { ...simulation, workers: workers ?? simulation.workers ?? 20 } };
        const { record, looks } = runLiterally(limited);
        looked += looks.size;
        for (const guid of record.stretchRows.guids) {
          for (const { first, last, period } of emptyPolls(
            record,
            guid,
            0,
            record.now,
            resolveSimulation(limited.simulation),
          )) {
            for (let time = first; time <= last; time += period) {
              expect(looks).toContain(`${guid} ${time}`);
              told.add(`${looked} ${guid} ${time}`);
            }
          }
        }
      }),
      { seed: 7, numRuns: 200 },
    );
    expect(told.size / looked).toBeGreaterThan(share);
  },
  60_000,
);
