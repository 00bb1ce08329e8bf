import { GROUP_POLL_PERIOD } from '../../model/nepi-timing.ts';
import { STATE_ORDER } from '../../model/state.ts';
import type { Micros } from '../../model/units.ts';
import { Batch } from '../kernel/batch.ts';
import { atLeast } from './conditions.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { VIA } from './journal.ts';
import type { Act, Lifeline } from './lifeline.ts';
import { START_WITH_CONDITIONS, STOP_WITH_CONDITIONS } from './resource-manager.ts';

const { READY } = STATE_ORDER;

/** Resources that are deployed together, so that they can be started together. NEPI: ExperimentController._groups. */
export class DeploymentGroup {
  readonly number: number;
  readonly ec: ExperimentController;
  /** Its check is scheduled: those that are ready wait for the others. */
  isAwaited = false;
  /** Since when the check that is due stands in line for a worker; -1: it doesn't. */
  queuedAt: Micros = -1;
  #members: readonly Lifeline[] = [];
  /** How many of the first members were found ready. */
  #ready = 0;
  /** Who of these got ready last. */
  #last: Lifeline | undefined;

  constructor(ec: ExperimentController, number: number) {
    this.ec = ec;
    this.number = number;
  }

  add(members: readonly Lifeline[]): void {
    this.#members = this.#members.length === 0 ? members : [...this.#members, ...members];
    for (const member of members) member.deploymentGroup = this.number;
  }

  /** All that were deployed with it, in that order. */
  get members(): readonly Lifeline[] {
    return this.#members;
  }

  /** The first of the group that is not ready yet; undefined: all are. */
  firstNotReady(): Lifeline | undefined {
    while (this.#ready < this.#members.length) {
      const member = this.#members[this.#ready]!;
      if (!member.isReady) return member;
      if (!this.#last || member.reachedIn(READY) > this.#last.reachedIn(READY)) this.#last = member;
      this.#ready++;
    }
    return undefined;
  }

  /** One that was ready is not any more. */
  lose(): void {
    this.#ready = 0;
    this.#last = undefined;
  }

  /** Who of the group got ready last, when all are. */
  get last(): Lifeline | undefined {
    return this.#last;
  }

  scheduleCheck(): void {
    this.isAwaited = true;
    for (const { order, story } of this.#members) if (order === READY) this.ec.stories.awaitGroup(story, this.number);
    this.ec.tasks.schedule(0, WAIT_ALL_AND_START, this);
  }

  /** Starts all of the group once all are ready; a task. NEPI: wait_all_and_start in ExperimentController.deploy. */
  waitAllAndStart(): void {
    const { ec } = this;
    const missing = this.firstNotReady();
    if (missing) {
      this.queuedAt = -1;
      const check = ec.tasks.poll(GROUP_POLL_PERIOD, WAIT_ALL_AND_START, this);
      if (ec.simulator.skipsPolls) missing.watch(check, atLeast(READY));
      return;
    }
    this.isAwaited = false;
    const { last } = this;
    if (!last) return;
    ec.chronicle.because(last.reachedIn(READY), VIA.group, last.reachedAt(READY));
    ec.stories.groupStarts(this);
    ec.tasks.scheduleBatch(startTasks(this.#members));
  }

  /** The check was dropped. */
  giveUp(): void {
    this.isAwaited = false;
    for (const { story } of this.#members) this.ec.stories.groupGivesUp(story);
  }
}

const WAIT_ALL_AND_START = (group: DeploymentGroup): undefined => {
  group.waitAllAndStart();
};

/**
 * Starts each of the resources, and stops it where it has conditions for that. NEPI: a part of ExperimentController.deploy.
 * @param before what is done with each first.
 */
export function startTasks(members: readonly Lifeline[], before: readonly Act[] = []): Batch {
  const hasStop = ({ conditions }: Lifeline) => (conditions?.STOP?.length ?? 0) > 0;
  if (before.length === 0 && !members.some(hasStop)) return Batch.of(members, START_WITH_CONDITIONS);
  const owners: Lifeline[] = [];
  const acts: Act[] = [];
  for (const member of members) {
    for (const act of [...before, START_WITH_CONDITIONS, ...(hasStop(member) ? [STOP_WITH_CONDITIONS] : [])]) {
      owners.push(member);
      acts.push(act);
    }
  }
  return Batch.of(owners, acts);
}
