import type { Behavior } from '../../model/experiment.ts';
import { mergeBehavior, type ResourceType } from '../../model/rtype.ts';
import { PHASES, STATE_ORDER } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import type { Blocking, Continuation } from '../kernel/process.ts';
import { ALL_STATES } from './conditions.ts';
import { ResourceError } from './errors.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { PHASE } from './journal.ts';
import { closedGate, watchGates, type Gate } from './requires.ts';
import { LOCKED_BIT, type Act, type Lifeline } from './lifeline.ts';
import { DEPLOY, RELEASE, ResourceManager, START, STOP } from './resource-manager.ts';
import {
  behaviorOfType,
  drawPhase,
  readBehavior,
  type PhaseDraw,
  type SimulatedBehavior,
} from './simulated-behavior.ts';
import type { Wait } from './wait.ts';

/**
 * A resource that does nothing but wait for what it needs, take its time and fail, as its behavior says. All types of
 * the catalogue are simulated by this one class. NEPI: what its resource classes do in their do_... methods.
 */
export class SimulatedResource extends ResourceManager {
  #behavior: SimulatedBehavior;
  #own: Behavior | undefined;

  constructor(ec: ExperimentController, guid: Guid, type: ResourceType) {
    super(ec, guid, type);
    this.#behavior = behaviorOfType(type.behavior);
  }

  /** Overrides the type's behavior, and what it was told before, key by key. */
  behave(behavior: Behavior): void {
    this.#own = this.#own ? mergeBehavior(this.#own, behavior) : behavior;
    this.#behavior = readBehavior(this.type.behavior, this.#own);
    this.ec.simulator.wakeAll();
  }

  /** The same while it runs: a phase under way takes as long as it is told now. For interventions. @internal */
  behaveFromNowOn(behavior: Behavior): void {
    const { lifeline, ec } = this;
    const { work, run } = lifeline;
    this.behave(behavior);
    const phase = work && PHASES[work.wait.ref];
    if (phase && behavior[phase] !== undefined) {
      const end = work.wait.since + this.#draw(work.wait.ref).time;
      ec.simulator.reschedule(
        (process) => process === work.process,
        () => end,
      );
    }
    if (behavior.run === undefined || this.order !== STATE_ORDER.STARTED) return;
    if (run) lifeline.runsOnUntil(Math.max(ec.now, run.wait.since + this.#draw(PHASE.run).time));
    else this.beginRun(lifeline.enteredAt(STATE_ORDER.STARTED));
  }

  /** Discovers, provisions and gets ready, as far as that is still to be done. NEPI: ResourceManager.do_deploy. */
  override doDeploy(): Continuation {
    if (this.order < STATE_ORDER.DISCOVERED) return this.#goThrough(PHASE.discover, DISCOVERED, DEPLOY);
    if (this.order < STATE_ORDER.PROVISIONED) return this.#goThrough(PHASE.provision, PROVISIONED, DEPLOY);
    if (this.order < STATE_ORDER.READY) return this.#goThrough(PHASE.ready, READY, DEPLOY);
    return undefined;
  }

  override doStart(): Continuation {
    return this.#goThrough(PHASE.start, STARTED, START);
  }

  override doStop(): Continuation {
    return this.#goThrough(PHASE.stop, STOPPED, STOP);
  }

  override doRelease(): Continuation {
    return this.#goThrough(PHASE.release, RELEASED, RELEASE);
  }

  /** After it has started: the end of its run, if it has one, is a task of its own. @internal */
  beginRun(since: Micros): void {
    if (this.#behavior[PHASE.run]!.duration === undefined) return;
    const { ec } = this;
    const time = Math.max(0, since + this.#draw(PHASE.run).time - ec.now);
    const end = ec.tasks.schedule(time, RUN_ENDS, this.lifeline);
    if (time > 0) this.lifeline.runsUntil(end, ec.now + time);
  }

  /** Its run is over: it stops by itself, without asking for the lock, or fails. @internal */
  endRun(): Continuation {
    this.ec.chronicle.stopsWaiting(this.lifeline);
    if (this.order !== STATE_ORDER.STARTED) return undefined;
    if (!this.#draw(PHASE.run).fails) {
      this.#tell('stdout', PHASE.run, 'done');
      this.setStopped();
      return undefined;
    }
    this.#tell('stderr', PHASE.run, 'failed');
    this.log('error', 'run failed');
    return this.fail();
  }

  /**
   * A phase: put off while a gate is closed; else it takes its time, and fails or comes to its end.
   * @param retry what is scheduled again when a gate is closed: the action itself, not its ..._with_conditions.
   */
  #goThrough(phase: number, end: PhaseEnd, retry: Act): Continuation {
    const { gates } = this.#behavior[phase]!;
    const closed = gates && closedGate(this.lifeline, gates);
    if (closed) return this.#putOff(retry, gates, closed);
    this.ec.chronicle.stopsWaiting(this.lifeline);
    const { time } = this.#draw(phase);
    return time > 0 ? this.#takeTime(phase, time, end) : this.#comeToEnd(phase, end);
  }

  /** Tries again later. The retry looks at the lock and at the state, too. */
  #putOff(retry: Act, gates: readonly Gate[], wait: Wait): undefined {
    const { ec, lifeline } = this;
    const poll = ec.tasks.poll(ec.rescheduleDelay, retry, lifeline);
    ec.chronicle.waitsOn(lifeline, poll, wait);
    if (!ec.simulator.skipsPolls) return;
    lifeline.watch(poll, ALL_STATES | LOCKED_BIT);
    watchGates(poll, lifeline, gates, wait);
  }

  *#takeTime(phase: number, time: Micros, end: PhaseEnd): Blocking {
    this.lifeline.workOn(phase);
    yield time;
    const rest = this.#comeToEnd(phase, end);
    if (rest) yield* rest;
  }

  #comeToEnd(phase: number, end: PhaseEnd): Continuation {
    if (this.#draw(phase).fails) {
      this.#tell('stderr', phase, 'failed');
      throw new ResourceError(this, `${PHASES[phase]} failed`);
    }
    this.#tell('stdout', phase, 'done');
    return end(this);
  }

  /** Writes to its traces what it did, with the time, as a program on a real host would. */
  #tell(trace: 'stdout' | 'stderr', phase: number, what: string): void {
    if (this.traceEnabled(trace))
      this.writeTrace(trace, `${(this.ec.now / 1e6).toFixed(6)} ${PHASES[phase]} ${what}\n`);
  }

  #draw(phase: number): PhaseDraw {
    const plan = this.#behavior[phase]!;
    const draw = drawPhase(plan, this.ec.seed, this.guid, phase);
    if (draw.time > this.ec.horizon && typeof plan.duration === 'object')
      this.ec.chronicle.longDraws.add(this.guid, phase, draw.time);
    return draw;
  }
}

/** What it comes to when a phase has not failed, and what is next. */
type PhaseEnd = (rm: SimulatedResource) => Continuation;
const DISCOVERED: PhaseEnd = (rm) => {
  rm.setDiscovered();
  return rm.doDeploy();
};
const PROVISIONED: PhaseEnd = (rm) => {
  rm.setProvisioned();
  return rm.doDeploy();
};
const READY: PhaseEnd = (rm) => {
  rm.setReady();
  return undefined;
};
const STARTED: PhaseEnd = (rm) => {
  rm.setStarted();
  rm.beginRun(rm.ec.now);
  return undefined;
};
const STOPPED: PhaseEnd = (rm) => {
  rm.setStopped();
  return undefined;
};
const RELEASED: PhaseEnd = (rm) => {
  rm.setReleased();
  return undefined;
};

const RUN_ENDS = ({ rm }: Lifeline): Continuation => (rm as SimulatedResource).endRun();
