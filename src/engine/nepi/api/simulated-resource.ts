import type { Behavior } from '../../../model/experiment.ts';
import { mergeBehavior, type ResourceType } from '../../../model/rtype.ts';
import { PHASES, STATE_ORDER } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import type { Blocking, Continuation } from '../../kernel/tasks/process.ts';
import { ResourceError } from '../errors.ts';
import { PHASE } from '../recording/codes.ts';
import type { Wait } from '../recording/wait.ts';
import { DEPLOY, RELEASE, START, STOP } from '../runtime/acts.ts';
import { unmetRequirement, watchRequirements, type ResolvedRequirement } from '../runtime/requirements.ts';
import { LOCKED_BIT, type Act } from '../runtime/resource-runtime.ts';
import {
  behaviorOfType,
  drawPhase,
  readBehavior,
  type PhaseDraw,
  type SimulatedBehavior,
} from '../runtime/simulated-behavior.ts';
import { ALL_STATES } from '../state-sets.ts';
import type { ControllerOf } from './controller-of.ts';
import { resourceOf } from './resource-base.ts';
import { ResourceManager } from './resource-manager.ts';

/** Enters the state at the end of a phase that has not failed, and goes on to the next phase, if there is one. */
type PhaseEnd = (rm: SimulatedResource) => Continuation;

// These use private members: the class sets them.
let RUN_ENDS: Act;
let ENDS_STARTED: PhaseEnd;
/** Changes the behavior while the experiment runs: a phase that is under way takes as long as the new behavior says. */
export let changeBehavior: (rm: SimulatedResource, behavior: Behavior) => void;

/**
 * A resource that only waits for what it requires, takes time and fails, as its behavior says. This one class simulates
 * all types of the catalogue. NEPI: what its resource classes do in their do_... methods.
 */
export class SimulatedResource extends ResourceManager {
  #behavior: SimulatedBehavior;
  #own: Behavior | undefined;

  constructor(ec: ControllerOf<ResourceManager>, guid: Guid, type: ResourceType) {
    super(ec, guid, type);
    this.#behavior = behaviorOfType(type.behavior);
  }

  /** Overrides the behavior so far, key by key. */
  behave(behavior: Behavior): void {
    this.#own = this.#own ? mergeBehavior(this.#own, behavior) : behavior;
    this.#behavior = readBehavior(this.type.behavior, this.#own);
    resourceOf(this).context.simulator.wakeAll();
  }

  /** Discovers, provisions and gets ready, unless that is done already. NEPI: ResourceManager.do_deploy. */
  override doDeploy(): Continuation {
    if (this.order < STATE_ORDER.DISCOVERED) return this.#goThrough(PHASE.discover, ENDS_DISCOVERED, DEPLOY);
    if (this.order < STATE_ORDER.PROVISIONED) return this.#goThrough(PHASE.provision, ENDS_PROVISIONED, DEPLOY);
    if (this.order < STATE_ORDER.READY) return this.#goThrough(PHASE.ready, ENDS_READY, DEPLOY);
    return undefined;
  }

  override doStart(): Continuation {
    return this.#goThrough(PHASE.start, ENDS_STARTED, START);
  }

  override doStop(): Continuation {
    return this.#goThrough(PHASE.stop, ENDS_STOPPED, STOP);
  }

  override doRelease(): Continuation {
    return this.#goThrough(PHASE.release, ENDS_RELEASED, RELEASE);
  }

  /** Schedules the end of its run, if it has one. @param since when it started. */
  #beginRun(since: Micros): void {
    if (this.#behavior[PHASE.run]!.duration === undefined) return;
    const resource = resourceOf(this);
    const { tasks, now } = resource.context;
    const time = Math.max(0, since + this.#draw(PHASE.run).time - now);
    const end = tasks.schedule(time, RUN_ENDS, resource);
    if (time > 0) resource.runsUntil(end, now + time);
  }

  /** Its run is over: it stops by itself, without asking for the lock, or fails. */
  #endRun(): Continuation {
    const resource = resourceOf(this);
    resource.context.recording.waits.stopsWaiting(resource);
    if (this.order !== STATE_ORDER.STARTED) return undefined;
    if (!this.#draw(PHASE.run).fails) {
      this.#trace('stdout', PHASE.run, 'done');
      this.setStopped();
      return undefined;
    }
    this.#trace('stderr', PHASE.run, 'failed');
    this.log('error', 'run failed');
    return this.fail();
  }

  /**
   * A phase: put off while a requirement is unmet; otherwise it takes its time, and fails or ends.
   * @param retry what is scheduled again while a requirement is unmet: the action itself, not its ..._with_conditions.
   */
  #goThrough(phase: number, end: PhaseEnd, retry: Act): Continuation {
    const resource = resourceOf(this);
    const { requirements } = this.#behavior[phase]!;
    const unmet = requirements && unmetRequirement(resource, requirements);
    if (unmet) return this.#putOff(retry, requirements, unmet);
    resource.context.recording.waits.stopsWaiting(resource);
    const { time } = this.#draw(phase);
    return time > 0 ? this.#takeTime(phase, time, end) : this.#end(phase, end);
  }

  /** Tries again later. The retry depends on the lock and the state, too. */
  #putOff(retry: Act, requirements: readonly ResolvedRequirement[], wait: Wait): undefined {
    const resource = resourceOf(this);
    const { recording, simulator, tasks, rescheduleDelay } = resource.context;
    const poll = tasks.poll(rescheduleDelay, retry, resource);
    recording.waits.waitsOn(resource, poll, wait);
    if (!simulator.skipsPolls) return;
    resource.watch(poll, ALL_STATES | LOCKED_BIT);
    watchRequirements(poll, resource, requirements, wait);
  }

  *#takeTime(phase: number, time: Micros, end: PhaseEnd): Blocking {
    resourceOf(this).workOn(phase);
    yield time;
    const rest = this.#end(phase, end);
    if (rest) yield* rest;
  }

  #end(phase: number, end: PhaseEnd): Continuation {
    if (this.#draw(phase).fails) {
      this.#trace('stderr', phase, 'failed');
      throw new ResourceError(this, `${PHASES[phase]} failed`);
    }
    this.#trace('stdout', phase, 'done');
    return end(this);
  }

  /** Writes to its traces what it did, with the time, as a program on a real host would. */
  #trace(trace: 'stdout' | 'stderr', phase: number, what: string): void {
    if (this.traceEnabled(trace))
      this.writeTrace(trace, `${(this.ec.now / 1e6).toFixed(6)} ${PHASES[phase]} ${what}\n`);
  }

  #draw(phase: number): PhaseDraw {
    const { guid, context } = resourceOf(this);
    const plan = this.#behavior[phase]!;
    const draw = drawPhase(plan, context.seed, guid, phase);
    if (draw.time > context.horizon && typeof plan.duration === 'object') context.longDraws.add(guid, phase, draw.time);
    return draw;
  }

  static {
    RUN_ENDS = ({ manager }) => (manager as SimulatedResource).#endRun();
    ENDS_STARTED = (rm) => {
      rm.setStarted();
      rm.#beginRun(rm.ec.now);
      return undefined;
    };
    changeBehavior = (rm, behavior) => {
      const resource = resourceOf(rm);
      const { simulator, now } = resource.context;
      const { work, run } = resource;
      rm.behave(behavior);
      const phase = work && PHASES[work.wait.ref];
      if (phase && behavior[phase] !== undefined) {
        const end = work.wait.since + rm.#draw(work.wait.ref).time;
        simulator.reschedule(
          (process) => process === work.process,
          () => end,
        );
      }
      if (behavior.run === undefined || rm.order !== STATE_ORDER.STARTED) return;
      if (run) resource.runsOnUntil(Math.max(now, run.wait.since + rm.#draw(PHASE.run).time));
      else rm.#beginRun(resource.enteredAt(STATE_ORDER.STARTED));
    };
  }
}

const ENDS_DISCOVERED: PhaseEnd = (rm) => {
  rm.setDiscovered();
  return rm.doDeploy();
};
const ENDS_PROVISIONED: PhaseEnd = (rm) => {
  rm.setProvisioned();
  return rm.doDeploy();
};
const ENDS_READY: PhaseEnd = (rm) => {
  rm.setReady();
  return undefined;
};
const ENDS_STOPPED: PhaseEnd = (rm) => {
  rm.setStopped();
  return undefined;
};
const ENDS_RELEASED: PhaseEnd = (rm) => {
  rm.setReleased();
  return undefined;
};
