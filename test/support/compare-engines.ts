// The shipped engine beside the reference engine, on one experiment.
import type { Experiment } from '../../src/model/experiment.ts';
import type { Catalog } from '../../src/model/rtype.ts';
import { RandomStream } from '../../src/engine/kernel/random.ts';
import { drawDuration } from '../../src/engine/nepi/runtime/simulated-behavior.ts';
import { toMicros } from '../../src/model/duration.ts';
import { PHASES } from '../../src/model/state.ts';
import { resolveSimulation } from '../../src/model/simulation.ts';
import { runReference } from './reference-engine.ts';
import type { Draw } from './reference-resource.ts';
import { runEngine } from './run-engine.ts';
import { traceDifference } from './trace-difference.ts';

/**
 * What the shipped engine says other than the reference; undefined when they agree. The shipped one may give a run up
 * as stalled; where it goes on to the horizon, even what never finishes has to end alike.
 */
export function engineDifference(experiment: Experiment, catalog: Catalog): string | undefined {
  const expected = runReference(experiment, catalog, engineDraw(experiment));
  for (const polls of ['literal', 'skipped'] as const) {
    const { outcome, trace } = runEngine(experiment, catalog, { polls });
    const compared = outcome.kind === 'horizon' ? { finished: true } : {};
    const difference = traceDifference({ ...trace, ...compared }, { ...expected, ...compared });
    const wrongEnd =
      difference === undefined && trace.finished !== expected.finished ? 'one of them finishes' : undefined;
    if (difference ?? wrongEnd) return `polls ${polls}: ${difference ?? wrongEnd}`;
  }
  return undefined;
}

/** Luck is not what the two are compared by: the reference draws from the same streams as the shipped engine. */
function engineDraw(experiment: Experiment): Draw {
  const { seed } = resolveSimulation(experiment.simulation);
  return (guid, phase, duration = '0s', failure) => {
    const stream = new RandomStream(seed, guid, PHASES.indexOf(phase));
    const fails = stream.uniform() < failure;
    return { fails, duration: typeof duration === 'string' ? toMicros(duration) : drawDuration(stream, duration) };
  };
}
