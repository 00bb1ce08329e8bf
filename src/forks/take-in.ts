// What was tried out on a run, as an edit of the experiment: the same would then come of it from the start.
import { applyEdit, type Edit } from '../edit/edit.ts';
import { printDuration } from '../model/duration.ts';
import { type Behavior, type Experiment, resourcesByGuid } from '../model/experiment.ts';
import type { Intervention } from '../model/intervention.ts';
import { type Catalog, mergeBehavior, withUserTypes } from '../model/rtype.ts';
import { resolveSimulation } from '../model/simulation.ts';
import { PHASES, type Phase, type State } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import type { RunRecord } from '../record/run-record.ts';
import { spanAt } from '../record/state-spans.ts';
import { stretchesOf } from '../record/stretches.ts';
import type { KeptRun } from './kept-runs.ts';
import { takeInStop } from './take-in-stop.ts';

export interface TakenIn {
  /** Undefined: nothing of it can be said in an experiment. */
  readonly edit: Edit | undefined;
  /** What an experiment has no words for. */
  readonly left: readonly LeftOut[];
}

export interface LeftOut {
  readonly intervention: Intervention;
  /** Why not, where there is more to say. */
  readonly why?: string;
}

/**
 * The edit, one undo step, that makes an experiment do by itself what was done to a fork of its run. Times become
 * durations: a resource that was made to fail while it ran fails at the end of a run that is as long.
 */
export function takeIn(
  fork: Pick<KeptRun, 'experiment' | 'interventions' | 'record' | 'name'>,
  experiment: Experiment,
  catalog: Catalog,
): TakenIn {
  const edits: Edit[] = [];
  const left: LeftOut[] = [];
  const dropped = new Set<number>();
  for (const intervention of fork.interventions) {
    if (intervention.kind === 'drop-condition') {
      dropped.add(intervention.index);
      continue;
    }
    // A later change of a resource's failures builds on an earlier one.
    const changed = edits.reduce(applyEdit, experiment);
    if (intervention.kind === 'stop') {
      const { condition, why } = takeInStop(intervention, { record: fork.record, experiment: changed, catalog });
      if (condition) edits.push({ kind: 'add-condition', condition });
      else left.push({ intervention, why });
      continue;
    }
    const edit = editOf(intervention, fork.record, changed, catalog);
    if (edit) edits.push(edit);
    else left.push({ intervention });
  }
  // All at once: each that goes moves those behind it.
  if (dropped.size > 0) edits.push({ kind: 'remove', conditions: [...dropped] });
  const { seed } = resolveSimulation(fork.experiment.simulation);
  if (seed !== resolveSimulation(experiment.simulation).seed) {
    edits.push({ kind: 'set-simulation', simulation: { ...experiment.simulation, seed } });
  }
  const edit: Edit | undefined = edits.length > 0 ? { kind: 'all', label: `take in '${fork.name}'`, edits } : undefined;
  return { edit, left };
}

function editOf(
  intervention: Exclude<Intervention, { kind: 'drop-condition' | 'stop' }>,
  record: RunRecord,
  experiment: Experiment,
  catalog: Catalog,
): Edit | undefined {
  const { guid } = intervention;
  const guids = [guid];
  switch (intervention.kind) {
    case 'set':
      return { kind: 'set-attribute', guids, name: intervention.name, value: intervention.value };
    case 'set-behavior':
      return { kind: 'set-behavior', guids, change: intervention.change };
    case 'delay': {
      const work = phaseAt(record, guid, intervention.time);
      return work && { kind: 'set-behavior', guids, change: { [work.phase]: printDuration(work.to - work.from) } };
    }
    case 'fail': {
      const failing = failingPhase(record, guid, intervention.time);
      if (!failing) return undefined;
      const { phase, lasted } = failing;
      const resource = resourcesByGuid(experiment.resources).get(guid);
      const type = withUserTypes(catalog, experiment.types).get(resource?.rtype ?? '');
      const { failure } = mergeBehavior(type?.behavior, resource?.behavior);
      const change: Behavior = {
        failure: { ...failure, [phase]: 1 },
        ...(lasted !== undefined && { [phase]: printDuration(lasted) }),
      };
      return { kind: 'set-behavior', guids, change };
    }
  }
}

interface PhaseStretch {
  readonly phase: Phase;
  readonly from: Micros;
  readonly to: Micros;
}

/** The phase that was under way just before an instant, as one stretch even where it was told in parts. */
function phaseAt(record: RunRecord, guid: Guid, time: Micros): PhaseStretch | undefined {
  let found: PhaseStretch | undefined;
  for (const { activity, ref, from, to } of stretchesOf(record, guid)) {
    const phase = activity === 'phase' ? PHASES[ref] : undefined;
    if (!phase) continue;
    if (found?.phase === phase && found.to === from) found = { phase, from: found.from, to };
    else if (found && found.to >= time) break;
    else found = { phase, from, to };
  }
  return found && found.from < time && found.to >= time ? found : undefined;
}

/** The phase to fail in, and how long it had lasted; without that, the phase is yet to come. */
function failingPhase(
  record: RunRecord,
  guid: Guid,
  time: Micros,
): { readonly phase: Phase; readonly lasted?: Micros } | undefined {
  const work = phaseAt(record, guid, time);
  if (work) return { phase: work.phase, lasted: time - work.from };
  // What happens in the instant itself came after it was made to fail.
  const { state, from } = spanAt(record, guid, Math.max(0, time - 1));
  if (state === 'STARTED') return { phase: 'run', lasted: time - from };
  const phase = NEXT_PHASE[state];
  return phase && { phase };
}

/** What a resource in a state does next by itself. */
const NEXT_PHASE: { readonly [Each in State]?: Phase } = {
  NEW: 'discover',
  DISCOVERED: 'provision',
  PROVISIONED: 'ready',
  READY: 'start',
};
