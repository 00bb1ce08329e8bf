// What the orchestrator costs: a run as NEPI does it beside the same one without polling delays and worker limit.
import type { Micros } from '../model/units.ts';
import { criticalPath } from './critical-path.ts';
import type { RunRecord } from './run-record.ts';
import type { Piece } from './sentence.ts';

export interface OrchestratorCost {
  readonly nepi: Micros;
  readonly ideal: Micros;
  /** By how much later NEPI's run ends; negative where the ideal one does. */
  readonly cost: Micros;
  /** What of NEPI's critical path went into waiting for the next poll, and for a free worker. */
  readonly polling: Micros;
  readonly worker: Micros;
  /** Both completed, or both did not, and in the same way. */
  readonly sameOutcome: boolean;
}

/**
 * Compares the ends of two runs that differ in the orchestrator only.
 *
 * Where nothing depends on who comes first, the ideal run is no later than NEPI's, and the two never differ by more than
 * polling and worker together; by less where, without them, another chain of causes decides. A race may turn out
 * otherwise: a `stop` that found nothing STARTED yet now has something to stop, a task that was dropped by the shutdown
 * has begun before, a failure comes while something else is under way. Then the ideal run can even be the later one.
 */
export function orchestratorCost(nepi: RunRecord, ideal: RunRecord): OrchestratorCost {
  const { totals } = criticalPath(nepi);
  return {
    nepi: nepi.now,
    ideal: ideal.now,
    cost: nepi.now - ideal.now,
    polling: totals.polling,
    worker: totals.worker,
    sameOutcome: nepi.outcome?.kind === ideal.outcome?.kind && nepi.outcome?.abort === ideal.outcome?.abort,
  };
}

/** The same in words. */
export function explainCost({ nepi, ideal, cost, polling, worker, sameOutcome }: OrchestratorCost): readonly Piece[] {
  const ends: Piece[] = ['NEPI as it is ends at ', { time: nepi }, ', ideal at ', { time: ideal }];
  if (!sameOutcome) return [...ends, ', but not in the same way: what came of them is the difference.'];
  if (cost === 0) return [...ends, ': the orchestrator costs nothing.'];
  if (cost < 0) {
    return [
      ...ends,
      ', ',
      { span: ideal - nepi },
      " later: without NEPI's delays other things come first, and take longer.",
    ];
  }
  const said = [...ends, ': the orchestrator costs ', { span: cost }, ` (${((cost / nepi) * 100).toFixed(1)} %).`];
  const causes = [
    { what: 'polling ', time: polling },
    { what: 'no free worker ', time: worker },
  ].filter(({ time }) => time > 0);
  if (causes.length === 0) return said;
  const listed = causes.flatMap(({ what, time }, place): Piece[] => [place > 0 ? ', ' : '', what, { span: time }]);
  const instead = polling + worker - cost;
  const rest: Piece[] =
    instead > 0 ? ['; in place of ', { span: instead }, ' of it, ideal waits for other things'] : [];
  return [...said, " On NEPI's critical path: ", ...listed, ...rest, '.'];
}
