import type { AttributeValue } from '../../model/experiment.ts';
import type { Guid, Micros } from '../../model/units.ts';
import {
  KIND_SET,
  KIND_STEP,
  SCRIPT_GUID,
  type EventDetail,
  type LogLine,
  type RunChunk,
  type RunOutcome,
} from '../../record/chunk.ts';
import { createEventColumns, createStretchColumns } from '../../record/columns.ts';
import type { Journal } from './journal.ts';
import { PagedTable } from './paged-table.ts';

/** Writes what happens into columns, and hands them out part by part. */
export class Recorder implements Journal {
  /** Number of the first event that was not handed out. */
  #first = 0;
  readonly #events = new PagedTable(createEventColumns);
  readonly #stretches = new PagedTable(createStretchColumns);
  #details: EventDetail[] = [];
  #log: LogLine[] = [];

  state(time: Micros, guid: Guid, state: number, cause: number, via: number): number {
    return this.#event(time, guid, state, cause, via);
  }

  set(time: Micros, guid: Guid, name: string, value: AttributeValue, cause: number, via: number): number {
    const event = this.#event(time, guid, KIND_SET, cause, via);
    this.#details.push({ event, set: [name, value] });
    return event;
  }

  step(time: Micros, place: number, cause: number, via: number): number {
    const event = this.#event(time, SCRIPT_GUID, KIND_STEP, cause, via);
    this.#details.push({ event, step: place });
    return event;
  }

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

  /** What was written since the last time. Its columns are exactly as long as they need be, and the caller's to keep. */
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
