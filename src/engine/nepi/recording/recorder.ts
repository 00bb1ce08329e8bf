import type { AttributeValue } from '../../../model/experiment.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import {
  KIND_SET,
  KIND_STEP,
  SCRIPT_GUID,
  type EventDetail,
  type LogLine,
  type RunChunk,
  type RunOutcome,
} from '../../../record/chunk.ts';
import { createEventColumns, createStretchColumns } from '../../../record/columns.ts';
import { PagedTable } from './paged-table.ts';
import type { Reason } from './reason.ts';

/**
 * Writes what happens into columns, and hands them out in chunks. Each event is numbered, from 0; other events name it
 * as their cause by its number.
 */
export class Recorder {
  /** Number of the first event that was not handed out. */
  #first = 0;
  readonly #events = new PagedTable(createEventColumns);
  readonly #stretches = new PagedTable(createStretchColumns);
  #details: EventDetail[] = [];
  #log: LogLine[] = [];

  /** A resource entered a state. @returns the event's number. */
  state(time: Micros, guid: Guid, state: number, cause: number, via: number): number {
    return this.#event(time, guid, state, cause, via);
  }

  /** An attribute was set while the experiment ran. @returns the event's number. */
  set(time: Micros, guid: Guid, name: string, value: AttributeValue, { event: cause, via }: Reason): number {
    const event = this.#event(time, guid, KIND_SET, cause, via);
    this.#details.push({ event, set: [name, value] });
    return event;
  }

  /** A step of the script ended. @returns the event's number. */
  step(time: Micros, place: number, cause: number, via: number): number {
    const event = this.#event(time, SCRIPT_GUID, KIND_STEP, cause, via);
    this.#details.push({ event, step: place });
    return event;
  }

  /** What a resource, or the script, did or waited for. */
  stretch(guid: Guid, from: Micros, to: Micros, activity: number, ref: number, member: Guid, state: number): void {
    const place = this.#stretches.add();
    const { page } = this.#stretches;
    page.guid[place] = guid;
    page.from[place] = from;
    page.to[place] = to;
    page.activity[place] = activity;
    page.ref[place] = ref;
    page.member[place] = member;
    page.state[place] = state;
  }

  log(time: Micros, guid: Guid, level: LogLine['level'], text: string): void {
    this.#log.push({ time, guid, level, text });
  }

  /** What was written since the last call. The columns have no spare rows, and are the caller's to keep. */
  take(now: Micros, tasks: number, outcome?: RunOutcome): RunChunk {
    this.#first += this.#events.length;
    const chunk: RunChunk = {
      events: this.#events.take(),
      details: this.#details,
      stretches: this.#stretches.take(),
      log: this.#log,
      now,
      tasks,
      ...(outcome && { outcome }),
    };
    this.#details = [];
    this.#log = [];
    return chunk;
  }

  #event(time: Micros, guid: Guid, kind: number, cause: number, via: number): number {
    const event = this.#first + this.#events.length;
    const place = this.#events.add();
    const { page } = this.#events;
    page.time[place] = time;
    page.guid[place] = guid;
    page.kind[place] = kind;
    page.cause[place] = cause;
    page.via[place] = via;
    return event;
  }
}
