import { STATE_ORDER } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { atLeast } from './conditions.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { VIA } from './journal.ts';
import type { ResourceManager } from './resource-manager.ts';

const { READY } = STATE_ORDER;

/** How often it is checked whether a whole group is ready, whatever the reschedule delay is. NEPI: "1s" in deploy. */
const CHECK_INTERVAL: Micros = 1_000_000;

/** Resources that are deployed together, so that they can be started together. NEPI: ExperimentController._groups. */
export class DeploymentGroup {
  readonly number: number;
  readonly ec: ExperimentController;
  readonly guids: Guid[] = [];
  /** Its check is scheduled: those that are ready wait for the others. */
  isAwaited = false;
  /** Since when the check that is due stands in line for a worker; -1: it doesn't. */
  queuedAt: Micros = -1;
  /** How many of the first guids were found ready. */
  #ready = 0;
  /** Who of these got ready last. */
  #last: ResourceManager | undefined;

  constructor(ec: ExperimentController, number: number) {
    this.ec = ec;
    this.number = number;
  }

  /** The first of the group that is not ready yet; undefined: all are. */
  firstNotReady(): ResourceManager | undefined {
    const { ec, guids } = this;
    while (this.#ready < guids.length) {
      const rm = ec.getResource(guids[this.#ready]!);
      if (!rm.isReady) return rm;
      if (!this.#last || rm.reachedEvent(READY) > this.#last.reachedEvent(READY)) this.#last = rm;
      this.#ready++;
    }
    return undefined;
  }

  /** Who of the group got ready last, when all are. */
  get last(): ResourceManager | undefined {
    return this.#last;
  }

  scheduleCheck(): void {
    this.isAwaited = true;
    for (const guid of this.guids) {
      const rm = this.ec.getResource(guid);
      if (rm.order === READY) rm.story.awaitGroup(this.number);
    }
    this.ec.scheduleAction(0, WAIT_ALL_AND_START, this);
  }

  /** Starts all of the group once all are ready; a task. NEPI: wait_all_and_start in ExperimentController.deploy. */
  waitAllAndStart(): void {
    const { ec, guids } = this;
    const missing = this.firstNotReady();
    if (missing) {
      this.queuedAt = -1;
      const check = ec.poll(CHECK_INTERVAL, WAIT_ALL_AND_START, this);
      if (ec.simulator.skipsPolls) missing.signal.watch(check, atLeast(READY));
      return;
    }
    this.isAwaited = false;
    const { last } = this;
    if (!last) return;
    ec.chronicle.because(last.reachedEvent(READY), VIA.group, last.reachedAt(READY));
    for (const guid of guids) {
      const rm = ec.getResource(guid);
      rm.story.groupStarts(this);
      ec.scheduleStart(rm);
    }
  }

  /** The check was dropped. */
  giveUp(): void {
    this.isAwaited = false;
    for (const guid of this.guids) this.ec.getResource(guid).story.groupGivesUp();
  }
}

const WAIT_ALL_AND_START = (group: DeploymentGroup): undefined => {
  group.waitAllAndStart();
};
