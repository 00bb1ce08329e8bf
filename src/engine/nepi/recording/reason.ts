import type { Micros } from '../../../model/units.ts';
import type { Process } from '../../kernel/tasks/process.ts';
import { VIA } from './codes.ts';

/** Why a process goes on: the event that made it possible, how, and since when. */
export class Reason {
  /** The number of the event; -1: the beginning of the run. */
  readonly event: number;
  /** How the event made it possible: a place in CAUSES. */
  readonly via: number;
  readonly since: Micros;

  constructor(event: number, via: number, since: Micros) {
    this.event = event;
    this.via = via;
    this.since = since;
  }

  /** The reason of a process; without one, that the run began. */
  static of(process: Process): Reason {
    return (process.reason as Reason | undefined) ?? RUN_BEGAN;
  }
}

const RUN_BEGAN = new Reason(-1, VIA.begin, 0);
