import type { Guid, Micros } from '../../../model/units.ts';
import { NO_STATE } from './codes.ts';

/** Something that a resource, or the script, does or waits for. StretchColumns says what the fields mean. */
export class Wait {
  readonly activity: number;
  readonly ref: number;
  readonly member: Guid;
  readonly state: number;
  /** When it will be over, where that is known in advance; -1: it isn't. */
  readonly until: Micros;
  /** When it began; set by the activity log. */
  since: Micros = 0;
  /** The number of events before it began. */
  sinceEvent = 0;
  /** Since when only a worker is missing; -1: other things are. */
  queuedAt: Micros = -1;

  constructor(activity: number, ref: number, member: Guid = 0, state: number = NO_STATE, until: Micros = -1) {
    this.activity = activity;
    this.ref = ref;
    this.member = member;
    this.state = state;
    this.until = until;
  }

  equals(other: Wait): boolean {
    return (
      this.activity === other.activity &&
      this.ref === other.ref &&
      this.member === other.member &&
      this.state === other.state &&
      this.until === other.until
    );
  }
}
