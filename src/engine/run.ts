import { toMicros } from '../model/duration.ts';
import { resourcesByGuid, type Experiment } from '../model/experiment.ts';
import type { Intervention } from '../model/intervention.ts';
import { resourceWithGuid } from '../model/resource-name.ts';
import { withUserTypes, type Catalog } from '../model/rtype.ts';
import { planRun, type RunPlan } from '../model/run-plan.ts';
import { defaultScript } from '../model/script.ts';
import type { Orchestrator } from '../model/simulation.ts';
import type { Run, RunOutcome } from '../record/chunk.ts';
import { catching } from './kernel/tasks/continuation.ts';
import { Process } from './kernel/tasks/process.ts';
import { ExperimentController } from './nepi/api/experiment-controller.ts';
import { runtimeOf } from './nepi/api/experiment-facade.ts';
import { ResourceFactory } from './nepi/api/resource-factory.ts';
import { SimulatedResource } from './nepi/api/simulated-resource.ts';
import { messageOf } from './nepi/errors.ts';
import { scheduleInterventions } from './nepi/plan/interventions.ts';
import { runScript } from './nepi/plan/script-runner.ts';
import { createCondition } from './nepi/runtime/condition.ts';
import { addCondition } from './nepi/runtime/conditions.ts';
import { explainLongDraw, type LongDraw } from './nepi/runtime/long-draws.ts';

/** How to run an experiment; all options are optional. */
export interface RunOptions {
  /**
   * Whether polls are run one by one, as in NEPI, or skipped and counted while they can't find anything new (the
   * default). The events are the same; skipping costs nothing while nothing happens, and detects a stalled run.
   */
  readonly polls?: 'literal' | 'skipped';
  /** `ideal` has no polls at all, whatever `polls` says. */
  readonly orchestrator?: Orchestrator;
  /** What is done to the run from outside. */
  readonly interventions?: readonly Intervention[];
}

/**
 * Starts a run of an experiment; nothing happens until it is asked to advance.
 * The experiment must be sound: its file was checked, its types are known (rules/ finds what is not).
 */
export function startRun(experiment: Experiment, catalog: Catalog, options: RunOptions = {}): Run {
  return startPlannedRun(planRun(experiment, options), catalog, options.polls);
}

/** The same for a plan. @param pollMode see {@link RunOptions.polls}. */
export function startPlannedRun(
  { experiment, interventions, orchestrator }: RunPlan,
  catalog: Catalog,
  pollMode: RunOptions['polls'] = 'skipped',
): Run {
  const polls = orchestrator === 'ideal' ? 'none' : pollMode;
  const factory = new ResourceFactory(withUserTypes(catalog, experiment.types));
  const ec = new ExperimentController({
    ...experiment.simulation,
    ...(orchestrator === 'ideal' && { workers: 0 }),
    expId: experiment.id,
    factory,
    polls,
  });
  const runtime = runtimeOf(ec);
  const { horizon, simulator, longDraws } = runtime;
  registerAll(ec, experiment);
  const steps = experiment.script ?? defaultScript(experiment, catalog);
  let raised: { readonly error: unknown } | undefined;
  const script = Process.program(() => catching(runScript(runtime, steps), (error) => (raised = { error })));
  scheduleInterventions(runtime, interventions);
  simulator.schedule(0, script);
  let outcome: RunOutcome | undefined;

  function end(kind: RunOutcome['kind'], message?: string): void {
    const stalled = kind === 'stalled' ? runtime.stalled() : [];
    runtime.recording.activities.close();
    outcome = { kind, abort: runtime.abort, end: runtime.now, stalled, ...(message !== undefined && { message }) };
  }

  function endEarly(): void {
    if (simulator.nextTime === Infinity && polls !== 'literal') return end('stalled');
    simulator.idleUntil(horizon);
    end('horizon', longDraws.first && explain(longDraws.first));
  }

  function explain(draw: LongDraw): string {
    const resource = resourcesByGuid(experiment.resources).get(draw.guid);
    return explainLongDraw(draw, resource ? resourceWithGuid(resource) : `guid ${draw.guid}`);
  }

  return {
    advance(limit) {
      for (let steps = 0; steps < Math.max(1, limit) && !outcome; steps++) {
        if (!simulator.step(horizon)) endEarly();
        else if (longDraws.endless) end('error', explain(longDraws.endless));
        else if (script.isDone && raised) end('error', messageOf(raised.error));
        else if (script.isDone) end('completed');
      }
      return runtime.takeRecord(outcome);
    },
  };
}

function registerAll(ec: ExperimentController, experiment: Experiment): void {
  for (const { guid, rtype, attributes, traces, behavior } of experiment.resources) {
    ec.registerResource(rtype, guid);
    const rm = ec.getResource(guid);
    for (const [name, value] of Object.entries(attributes)) rm.put(name, value);
    for (const name of traces) if (rm.type.traces.includes(name)) rm.enableTrace(name);
    if (behavior && rm instanceof SimulatedResource) rm.behave(behavior);
  }
  for (const pair of experiment.connections) ec.registerConnection(pair[0], pair[1]);
  experiment.conditions.forEach(({ resources, action, group, state, time }, place) => {
    const condition = createCondition(group, state, time === undefined ? undefined : toMicros(time), place);
    for (const guid of resources) addCondition(runtimeOf(ec).resource(guid), action, condition);
  });
}
