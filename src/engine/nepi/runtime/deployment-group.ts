import { GROUP_POLL_PERIOD } from '../../../model/nepi-timing.ts';
import { STATE_ORDER } from '../../../model/state.ts';
import type { Micros } from '../../../model/units.ts';
import { Batch } from '../../kernel/tasks/batch.ts';
import type { AwaitedGroup } from '../recording/activity-log.ts';
import { VIA } from '../recording/codes.ts';
import { atLeast } from '../state-sets.ts';
import { START_WITH_CONDITIONS, STOP_WITH_CONDITIONS } from './acts.ts';
import type { Act, DeployedGroup, ResourceRuntime } from './resource-runtime.ts';
import type { RunContext } from './run-context.ts';

const { READY } = STATE_ORDER;

/** Resources that are deployed together, so that they can be started together. NEPI: ExperimentController._groups. */
export class DeploymentGroup implements AwaitedGroup, DeployedGroup {
  readonly number: number;
  readonly context: RunContext;
  /** Its check is scheduled: members that are ready wait for the others. */
  isAwaited = false;
  queuedAt: Micros = -1;
  #members: readonly ResourceRuntime[] = [];
  /** How many of the first members were found ready. */
  #ready = 0;
  /** The one of these that became ready last. */
  #last: ResourceRuntime | undefined;

  constructor(context: RunContext, number: number) {
    this.context = context;
    this.number = number;
  }

  add(members: readonly ResourceRuntime[]): void {
    this.#members = this.#members.length === 0 ? members : [...this.#members, ...members];
    for (const member of members) member.group = this;
  }

  /** All that were deployed with it, in that order. */
  get members(): readonly ResourceRuntime[] {
    return this.#members;
  }

  get rows(): readonly number[] {
    return this.#members.map(({ row }) => row);
  }

  firstNotReady(): ResourceRuntime | undefined {
    while (this.#ready < this.#members.length) {
      const member = this.#members[this.#ready]!;
      if (!member.isReady) return member;
      if (!this.#last || member.reachedIn(READY) > this.#last.reachedIn(READY)) this.#last = member;
      this.#ready++;
    }
    return undefined;
  }

  memberReady(row: number): void {
    if (this.isAwaited) this.context.recording.activities.awaitGroup(row, this);
  }

  memberLost(): void {
    this.#ready = 0;
    this.#last = undefined;
  }

  get last(): ResourceRuntime | undefined {
    return this.#last;
  }

  scheduleCheck(): void {
    this.isAwaited = true;
    const { recording, tasks } = this.context;
    for (const { order, row } of this.#members) if (order === READY) recording.activities.awaitGroup(row, this);
    tasks.schedule(0, WAIT_ALL_AND_START, this);
  }

  /** Starts all members once all are ready; a task. NEPI: wait_all_and_start in ExperimentController.deploy. */
  waitAllAndStart(): void {
    const { recording, simulator, tasks } = this.context;
    const missing = this.firstNotReady();
    if (missing) {
      this.queuedAt = -1;
      const check = tasks.poll(GROUP_POLL_PERIOD, WAIT_ALL_AND_START, this);
      if (simulator.skipsPolls) missing.watch(check, atLeast(READY));
      return;
    }
    this.isAwaited = false;
    const { last } = this;
    if (!last) return;
    recording.causes.because(last.reachedIn(READY), VIA.group, last.reachedAt(READY));
    recording.activities.groupStarts(this);
    tasks.scheduleBatch(startTasks(this.#members));
  }

  /** The check was dropped. */
  giveUp(): void {
    this.isAwaited = false;
    this.context.recording.activities.groupGivesUp(this);
  }
}

const WAIT_ALL_AND_START = (group: DeploymentGroup): undefined => {
  group.waitAllAndStart();
};

/**
 * Starts each of the resources, and stops those that have conditions for it. NEPI: a part of
 * ExperimentController.deploy.
 * @param before what is done with each first.
 */
export function startTasks(members: readonly ResourceRuntime[], before: readonly Act[] = []): Batch {
  const hasStop = ({ conditions }: ResourceRuntime) => (conditions?.STOP?.length ?? 0) > 0;
  if (before.length === 0 && !members.some(hasStop)) return Batch.of(members, START_WITH_CONDITIONS);
  const owners: ResourceRuntime[] = [];
  const acts: Act[] = [];
  for (const member of members) {
    for (const act of [...before, START_WITH_CONDITIONS, ...(hasStop(member) ? [STOP_WITH_CONDITIONS] : [])]) {
      owners.push(member);
      acts.push(act);
    }
  }
  return Batch.of(owners, acts);
}
