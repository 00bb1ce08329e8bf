import type { AttributeValue } from '../../model/experiment.ts';
import type { Guid, Micros } from '../../model/units.ts';
import {
  KIND_SET,
  KIND_STEP,
  SCRIPT_GUID,
  type EventColumns,
  type EventDetail,
  type LogLine,
  type RunChunk,
  type RunOutcome,
  type StretchColumns,
} from '../../record/chunk.ts';
import { createEventColumns, createStretchColumns } from '../../record/columns.ts';
import type { Journal } from './journal.ts';

/** Rows of a page of columns. Pages are filled one after the other, joined when they are handed out, and used again. */
const PAGE_BITS = 10;
const PAGE = 1 << PAGE_BITS;

/** Writes what happens into columns, and hands them out part by part. */
export class Recorder implements Journal {
  /** Number of the first event that was not handed out. */
  #first = 0;
  readonly #events: EventColumns[] = [createEventColumns(PAGE)];
  #eventCount = 0;
  readonly #stretches: StretchColumns[] = [createStretchColumns(PAGE)];
  #stretchCount = 0;
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
    const row = this.#stretchCount++;
    const page = this.#stretches[row >> PAGE_BITS] ?? addPage(this.#stretches, createStretchColumns(PAGE));
    const place = row & (PAGE - 1);
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
    const chunk: RunChunk = {
      events: joinEvents(this.#events, this.#eventCount),
      details: this.#details,
      stretches: joinStretches(this.#stretches, this.#stretchCount),
      log: this.#log,
      now,
      tasks,
      ...(outcome && { outcome }),
    };
    this.#first += this.#eventCount;
    this.#eventCount = 0;
    this.#stretchCount = 0;
    this.#details = [];
    this.#log = [];
    return chunk;
  }

  #event(time: Micros, guid: Guid, kind: number, cause: number, via: number): number {
    const row = this.#eventCount++;
    const page = this.#events[row >> PAGE_BITS] ?? addPage(this.#events, createEventColumns(PAGE));
    const place = row & (PAGE - 1);
    page.time[place] = time;
    page.guid[place] = guid;
    page.kind[place] = kind;
    page.cause[place] = cause;
    page.via[place] = via;
    return this.#first + row;
  }
}

function addPage<Page>(pages: Page[], page: Page): Page {
  pages.push(page);
  return page;
}

function joinEvents(pages: readonly EventColumns[], length: number): EventColumns {
  const all = createEventColumns(length);
  for (let at = 0; at < length; at += PAGE) {
    const page = pages[at / PAGE]!;
    const rows = Math.min(PAGE, length - at);
    all.time.set(page.time.subarray(0, rows), at);
    all.guid.set(page.guid.subarray(0, rows), at);
    all.kind.set(page.kind.subarray(0, rows), at);
    all.cause.set(page.cause.subarray(0, rows), at);
    all.via.set(page.via.subarray(0, rows), at);
  }
  return all;
}

function joinStretches(pages: readonly StretchColumns[], length: number): StretchColumns {
  const all = createStretchColumns(length);
  for (let at = 0; at < length; at += PAGE) {
    const page = pages[at / PAGE]!;
    const rows = Math.min(PAGE, length - at);
    all.guid.set(page.guid.subarray(0, rows), at);
    all.from.set(page.from.subarray(0, rows), at);
    all.to.set(page.to.subarray(0, rows), at);
    all.activity.set(page.activity.subarray(0, rows), at);
    all.ref.set(page.ref.subarray(0, rows), at);
    all.member.set(page.member.subarray(0, rows), at);
    all.state.set(page.state.subarray(0, rows), at);
  }
  return all;
}
