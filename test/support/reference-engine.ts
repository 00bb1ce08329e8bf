// The engine, once more: written from the description of what an experiment does, not from src/engine, and literal
// where that one is clever. Every poll runs. It is slow and plainly right; tests compare the two.
import type { AttributeValue, Condition, Experiment, Requirement, Step } from '../../src/model/experiment.ts';
import type { Catalog } from '../../src/model/rtype.ts';
import { withUserTypes } from '../../src/model/rtype.ts';
import { defaultScript } from '../../src/model/script.ts';
import { resolveSimulation } from '../../src/model/simulation.ts';
import { toMicros } from '../../src/model/duration.ts';
import type { Action, GatedPhase, Phase, State } from '../../src/model/state.ts';
import type { RunTrace } from '../../src/record/trace.ts';
import { Raised, ReferenceKernel, type Block, type Blocking, type Lock } from './reference-kernel.ts';
import { createResources, drawWithoutLuck, isLower, type Draw, type ReferenceResource } from './reference-resource.ts';

const GROUP_CHECK_DELAY = 1_000_000;
const WAIT_DELAY = 500_000;
/** A condition's time counts as passed when no more than this is left of it. */
const TIME_TOLERANCE = 1_000;

/** The states in which an action's conditions are looked at. */
const ALLOWED: Readonly<Record<Action, readonly State[]>> = {
  DEPLOY: ['NEW', 'DISCOVERED', 'PROVISIONED'],
  START: ['READY', 'STOPPED'],
  STOP: ['STARTED'],
};

const DEPLOYMENT = [
  ['discover', 'DISCOVERED'],
  ['provision', 'PROVISIONED'],
  ['ready', 'READY'],
] as const;

const WAITED_STATE = {
  waitDeployed: 'READY',
  waitStarted: 'STARTED',
  waitFinished: 'STOPPED',
  waitReleased: 'RELEASED',
} as const;

/** Whether to go on, or to look again after a delay. */
type Verdict = 'go on' | { readonly lookAgainAfter: number };
type Waiting = Pick<Condition, 'group' | 'state' | 'time'>;

/** @param draw where durations and failures come from; without it nothing may depend on luck. */
export function runReference(experiment: Experiment, catalog: Catalog, draw: Draw = drawWithoutLuck): RunTrace {
  return new ReferenceEngine(experiment, catalog, draw).run();
}

class ReferenceEngine {
  private readonly experiment: Experiment;
  private readonly catalog: Catalog;
  private readonly draw: Draw;
  private readonly kernel: ReferenceKernel;
  private readonly resources: ReadonlyMap<number, ReferenceResource>;
  private readonly rescheduleDelay: number;
  private readonly groups = new Map<number, number[]>();
  private readonly events: RunTrace['events'][number][] = [];
  private readonly steps: RunTrace['steps'][number][] = [];
  private automaticGroups = 0;
  private abort = false;

  constructor(experiment: Experiment, catalog: Catalog, draw: Draw) {
    const { workers, rescheduleDelay } = resolveSimulation(experiment.simulation);
    this.experiment = experiment;
    this.catalog = withUserTypes(catalog, experiment.types);
    this.draw = draw;
    this.kernel = new ReferenceKernel(workers);
    this.resources = createResources(experiment, catalog);
    this.rescheduleDelay = rescheduleDelay;
  }

  run(): RunTrace {
    const script = this.experiment.script ?? defaultScript(this.experiment, this.catalog);
    this.kernel.run(this.script(script), resolveSimulation(this.experiment.simulation).horizon);
    return {
      abort: this.abort,
      end: this.kernel.now,
      error: this.kernel.ended?.raised ?? false,
      events: this.events,
      finished: this.kernel.ended !== undefined,
      states: Object.fromEntries([...this.resources].map(([guid, { state }]) => [guid, state])),
      steps: this.steps,
      tasks: this.kernel.tasks,
    };
  }

  // The script

  private *script(steps: readonly Step[]): Blocking {
    for (const step of steps) {
      yield* this.step(step);
      this.steps.push([this.kernel.now, step.op]);
    }
  }

  private *step(step: Step): Blocking {
    switch (step.op) {
      case 'deploy':
        this.deployStep(step);
        return;
      case 'setWithConditions':
        for (const guid of step.resources) yield* this.setWithConditions(this.get(guid), step);
        return;
      case 'waitDeployed':
      case 'waitStarted':
      case 'waitFinished':
      case 'waitReleased':
        yield* this.wait(step.resources, WAITED_STATE[step.op]);
        return;
      case 'set':
        for (const guid of step.resources) this.set(this.get(guid), step.attribute, step.value);
        return;
      case 'start':
        for (const guid of step.resources) yield* this.start(this.get(guid));
        return;
      case 'stop':
        for (const guid of step.resources) yield* this.stop(this.get(guid));
        return;
      case 'sleep':
        yield { sleep: toMicros(step.time) };
        return;
      case 'release':
        yield* this.releaseStep(step.resources);
        return;
      case 'shutdown':
        this.kernel.dropTasks();
        yield* this.releaseStep([...this.resources.keys()]);
        return;
    }
  }

  private deployStep(step: Step & { op: 'deploy' }): void {
    const guids =
      step.resources ?? [...this.resources.values()].filter(({ state }) => state === 'NEW').map(({ guid }) => guid);
    const waitAllReady = step.waitAllReady ?? true;
    const group = step.group ?? ++this.automaticGroups;
    this.groups.set(group, [...(this.groups.get(group) ?? []), ...guids]);
    if (waitAllReady && step.group === undefined) this.scheduleTask(0, () => this.startWhenAllReady(group));
    for (const guid of guids) {
      const resource = this.get(guid);
      this.scheduleTask(0, () => this.deployWithConditions(resource));
      if (!waitAllReady) this.scheduleStart(resource);
    }
  }

  private startWhenAllReady(group: number): void {
    const members = this.groups.get(group)!.map((guid) => this.get(guid));
    if (members.some(({ state }) => isLower(state, 'READY'))) {
      this.scheduleTask(GROUP_CHECK_DELAY, () => this.startWhenAllReady(group));
    } else {
      for (const member of members) this.scheduleStart(member);
    }
  }

  private scheduleStart(resource: ReferenceResource): void {
    this.scheduleTask(0, () => this.startWithConditions(resource));
    if (this.conditionsOf(resource, 'STOP').length > 0) this.scheduleTask(0, () => this.stopWithConditions(resource));
  }

  private *wait(guids: readonly number[], state: State): Blocking {
    const left = [...guids];
    while (left.length > 0) {
      if (this.abort && state !== 'RELEASED') return;
      if (isLower(this.get(left.at(-1)!).state, state)) yield { sleep: WAIT_DELAY };
      else left.pop();
    }
  }

  private *releaseStep(guids: readonly number[]): Blocking {
    for (const guid of guids) {
      const resource = this.get(guid);
      this.scheduleTask(0, () => this.release(resource));
    }
    yield* this.wait(guids, 'RELEASED');
  }

  // Conditions

  private *deployWithConditions(resource: ReferenceResource): Blocking {
    if (this.abort) return;
    const verdict = yield* this.lookAtConditions(resource, 'DEPLOY');
    if (verdict === 'go on') yield* this.deploy(resource);
    else this.scheduleTask(verdict.lookAgainAfter, () => this.deployWithConditions(resource));
  }

  private *startWithConditions(resource: ReferenceResource): Blocking {
    if (this.abort) return;
    const verdict = yield* this.lookAtConditions(resource, 'START');
    if (verdict === 'go on') yield* this.start(resource);
    else this.scheduleTask(verdict.lookAgainAfter, () => this.startWithConditions(resource));
  }

  private *stopWithConditions(resource: ReferenceResource): Blocking {
    if (this.abort) return;
    const verdict = yield* this.lookAtConditions(resource, 'STOP');
    if (verdict === 'go on') yield* this.stop(resource);
    else this.scheduleTask(verdict.lookAgainAfter, () => this.stopWithConditions(resource));
  }

  private *setWithConditions(resource: ReferenceResource, step: Step & { op: 'setWithConditions' }): Blocking {
    const verdict = yield* this.look(resource, ['STARTED'], [step]);
    if (verdict === 'go on') this.set(resource, step.attribute, step.value);
    else this.scheduleTask(verdict.lookAgainAfter, () => this.setWithConditions(resource, step));
  }

  private *lookAtConditions(resource: ReferenceResource, action: Action): Generator<Block, Verdict> {
    return yield* this.look(resource, ALLOWED[action], this.conditionsOf(resource, action));
  }

  private conditionsOf({ guid }: ReferenceResource, action: Action): readonly Condition[] {
    return this.experiment.conditions.filter(
      (condition) => condition.action === action && condition.resources.includes(guid),
    );
  }

  /** Fails the resource, and raises, where it waits for what can't be any more. */
  private *look(
    resource: ReferenceResource,
    allowed: readonly State[],
    conditions: readonly Waiting[],
  ): Generator<Block, Verdict> {
    if (!allowed.includes(resource.state)) return { lookAgainAfter: this.rescheduleDelay };
    try {
      for (const { group, state, time } of conditions) {
        for (const guid of group) {
          const verdict = this.lookAtMember(this.get(guid), state, time);
          if (verdict !== 'go on') return verdict;
        }
      }
    } catch (error) {
      yield* this.failAfter(resource, error);
    }
    return 'go on';
  }

  private lookAtMember(member: ReferenceResource, state: State, time: string | undefined): Verdict {
    if (member.state === 'FAILED') {
      if (this.isCritical(member)) throw new Raised(`waits for ${member.guid}, which is FAILED`);
      return 'go on';
    }
    if (isLower(member.state, state)) return { lookAgainAfter: this.rescheduleDelay };
    if (time === undefined) return 'go on';
    const entered = member.entered.get(state);
    if (entered === undefined) throw new Raised(`${member.guid} was never ${state}`);
    const left = entered + toMicros(time) - this.kernel.now;
    return left > TIME_TOLERANCE ? { lookAgainAfter: left } : 'go on';
  }

  // What resources do

  private *deploy(resource: ReferenceResource): Blocking {
    if (!isLower('READY', resource.state)) yield* this.failtrap(resource, this.doDeploy(resource));
  }

  private *doDeploy(resource: ReferenceResource): Blocking {
    if (resource.state === 'RELEASED') return;
    for (const [phase, state] of DEPLOYMENT) {
      if (!isLower(resource.state, state)) continue;
      if (!this.mayEnter(resource, phase)) {
        this.scheduleTask(this.rescheduleDelay, () => this.deploy(resource));
        return;
      }
      yield* this.spend(resource, phase);
      this.setState(resource, state);
    }
  }

  private *start(resource: ReferenceResource): Blocking {
    if (ALLOWED.START.includes(resource.state)) yield* this.failtrap(resource, this.doStart(resource));
  }

  private *doStart(resource: ReferenceResource): Blocking {
    if (resource.state === 'RELEASED') return;
    if (!this.mayEnter(resource, 'start')) {
      this.scheduleTask(this.rescheduleDelay, () => this.start(resource));
      return;
    }
    yield* this.spend(resource, 'start');
    this.setState(resource, 'STARTED');
    if (resource.behavior.run === undefined) return;
    this.scheduleTask(this.drawn(resource, 'run').duration, () => this.endOfRun(resource));
  }

  /** Does not wait for the lock, unless it fails. */
  private *endOfRun(resource: ReferenceResource): Blocking {
    if (resource.state !== 'STARTED') return;
    if (this.drawn(resource, 'run').fails) yield* this.fail(resource);
    else this.setState(resource, 'STOPPED');
  }

  private *stop(resource: ReferenceResource): Blocking {
    if (ALLOWED.STOP.includes(resource.state)) yield* this.failtrap(resource, this.doStop(resource));
  }

  private *doStop(resource: ReferenceResource): Blocking {
    yield* this.spend(resource, 'stop');
    this.setState(resource, 'STOPPED');
  }

  private *release(resource: ReferenceResource): Blocking {
    yield* this.locked(resource.lock, this.doRelease(resource));
  }

  /** Whether it fails makes no difference. */
  private *doRelease(resource: ReferenceResource): Blocking {
    if (!this.mayRelease(resource)) {
      this.scheduleTask(this.rescheduleDelay, () => this.release(resource));
      return;
    }
    yield { sleep: this.drawn(resource, 'release').duration };
    this.setState(resource, 'RELEASED');
  }

  private *fail(resource: ReferenceResource): Blocking {
    yield { lock: resource.lock };
    if (resource.state !== 'RELEASED') {
      this.setState(resource, 'FAILED');
      if (this.isCritical(resource)) this.abort = true;
    }
    this.kernel.unlock(resource.lock);
  }

  private *failtrap(resource: ReferenceResource, body: Blocking): Blocking {
    try {
      yield* this.locked(resource.lock, body);
    } catch (error) {
      yield* this.failAfter(resource, error);
    }
  }

  private *failAfter(resource: ReferenceResource, error: unknown): Blocking {
    if (error instanceof Raised) yield* this.fail(resource);
    throw error;
  }

  private *locked(lock: Lock, body: Blocking): Blocking {
    yield { lock };
    try {
      yield* body;
    } finally {
      this.kernel.unlock(lock);
    }
  }

  private *spend(resource: ReferenceResource, phase: Phase): Blocking {
    const { duration, fails } = this.drawn(resource, phase);
    yield { sleep: duration };
    if (fails) throw new Raised(`${resource.rtype} ${resource.guid}: ${phase} failed`);
  }

  private drawn({ guid, behavior }: ReferenceResource, phase: Phase): ReturnType<Draw> {
    const drawn = this.draw(guid, phase, behavior[phase], behavior.failure?.[phase] ?? 0);
    // No clock can get to the end of such a phase.
    if (drawn.duration === Infinity) this.kernel.giveUp();
    return drawn;
  }

  // Gates

  /** Raises where what is required can't be any more. */
  private mayEnter(resource: ReferenceResource, phase: GatedPhase): boolean {
    for (const requirement of this.requirements(resource, phase)) {
      const required = this.required(resource, requirement);
      if (required.length < (requirement.atLeast ?? 0)) return false;
      for (const { guid, state } of required) {
        if (state === 'FAILED' || state === 'RELEASED') throw new Raised(`requires ${guid}, which is ${state}`);
        if (isLower(state, requirement.state)) return false;
      }
    }
    return true;
  }

  private mayRelease(resource: ReferenceResource): boolean {
    return this.requirements(resource, 'release').every((requirement) =>
      this.required(resource, requirement).every(({ state }) => !isLower(state, requirement.state)),
    );
  }

  private requirements({ behavior }: ReferenceResource, phase: GatedPhase): readonly Requirement[] {
    return (behavior.requires ?? []).filter(({ before }) => before === phase);
  }

  /** By guid. */
  private required(resource: ReferenceResource, { type, path }: Requirement): readonly ReferenceResource[] {
    let reached: readonly ReferenceResource[] = [resource];
    for (const rtype of path ?? [type!]) {
      const next = new Set(reached.flatMap(({ connected }) => connected));
      reached = [...next].filter((candidate) => this.catalog.isSubtype(candidate.rtype, rtype));
    }
    return reached.toSorted((a, b) => a.guid - b.guid);
  }

  // What the rest stands on

  private get(guid: number): ReferenceResource {
    return this.resources.get(guid)!;
  }

  private isCritical({ attributes }: ReferenceResource): boolean {
    return Boolean(attributes.get('critical'));
  }

  private set({ guid, attributes }: ReferenceResource, name: string, value: AttributeValue): void {
    attributes.set(name, value);
    this.events.push([this.kernel.now, 'set', guid, [name, value]]);
  }

  private setState(resource: ReferenceResource, state: State): void {
    if (resource.state === 'RELEASED') return;
    resource.state = state;
    resource.entered.set(state, this.kernel.now);
    this.events.push([this.kernel.now, 'state', resource.guid, state]);
  }

  private scheduleTask(delay: number, task: () => Blocking | void): void {
    this.kernel.schedule(delay, function* () {
      const blocking = task();
      if (blocking) yield* blocking;
    });
  }
}
