import type { Micros } from '../model/units.ts';
import type { EventColumns, EventDetail, LogLine, Packed, RunChunk, RunOutcome, StretchColumns } from './chunk.ts';
import { KIND_SET, KIND_STEP } from './chunk.ts';
import {
  type Column,
  createEventColumns,
  createStretchColumns,
  type Growing,
  type PackedColumn,
  reserve,
} from './columns.ts';
import { RowsByGuid } from './rows-by-guid.ts';

/**
 * What a run left, so far: its chunks joined. It only ever grows. The columns have room to spare, so a table's `length`
 * counts, not its arrays'; and they are replaced as they grow, so take them anew after each append.
 */
export interface RunRecord {
  /** Goes up with each change; whoever caches something of a record compares it. */
  readonly version: number;
  /** In order of time; the place of an event is its number. */
  readonly events: EventColumns;
  /** In order of their ends. */
  readonly stretches: StretchColumns;
  /** Numbers of the events in which a resource entered a state, by guid. */
  readonly stateEvents: RowsByGuid;
  /** Numbers of the events that set an attribute, by guid. */
  readonly setEvents: RowsByGuid;
  /** Numbers of the events that ended a step of the script. */
  readonly stepEvents: readonly number[];
  /** Rows in {@link stretches}, by guid. */
  readonly stretchRows: RowsByGuid;
  /** The longest stretch, which bounds how far back a search has to look. */
  readonly longestStretch: Micros;
  readonly log: readonly LogLine[];
  /** How far the virtual clock is; the end, when the run is over. */
  readonly now: Micros;
  /** Tasks begun by workers, skipped polls included. */
  readonly tasks: number;
  /** There when the run is over. */
  readonly outcome: RunOutcome | undefined;
  /** What a set or a step event set or ended. */
  detail(event: number): EventDetail | undefined;
  /** Joins the next part of the run. @throws Error when the run is over. */
  append(chunk: RunChunk): void;
  /** The run was broken off: its outcome is `cancelled`, at the time it had reached. Does nothing when it was over. */
  cancel(): void;
}

/** Events of a resource's life, NEW to RELEASED, and of the script for it. */
const EVENTS_EACH = 7;
/** Stretches of it, for the most part. */
const STRETCHES_EACH = 6;

type Tables = { events: Growing<EventColumns>; stretches: Growing<StretchColumns> };

/**
 * A record of a run that has not begun.
 * @param resources how many the run is of: there is room for what they mostly leave, so that a large record is not moved
 * again and again as it grows, leaving garbage behind.
 */
export function createRecord(resources = 0): RunRecord {
  const tables: Tables = {
    events: { ...createEventColumns(resources * EVENTS_EACH), length: 0 },
    stretches: { ...createStretchColumns(resources * STRETCHES_EACH), length: 0 },
  };
  const stateEvents = new RowsByGuid(resources);
  const setEvents = new RowsByGuid();
  const stepEvents: number[] = [];
  const stretchRows = new RowsByGuid(resources);
  const details = new Map<number, EventDetail>();
  const log: LogLine[] = [];
  let version = 0;
  let longestStretch: Micros = 0;
  let now: Micros = 0;
  let tasks = 0;
  let outcome: RunOutcome | undefined;

  return {
    get version() {
      return version;
    },
    get events() {
      return tables.events;
    },
    get stretches() {
      return tables.stretches;
    },
    stateEvents,
    setEvents,
    stepEvents,
    stretchRows,
    get longestStretch() {
      return longestStretch;
    },
    log,
    get now() {
      return now;
    },
    get tasks() {
      return tasks;
    },
    get outcome() {
      return outcome;
    },
    detail: (event) => details.get(event),
    append(chunk) {
      if (outcome) throw new Error('a run that is over has no further part');
      const firstEvent = tables.events.length;
      const firstStretch = tables.stretches.length;
      appendEvents(tables.events, chunk.events);
      appendStretches(tables.stretches, chunk.stretches);
      for (let row = firstEvent; row < tables.events.length; row++) {
        const kind = tables.events.kind[row]!;
        if (kind < KIND_SET) stateEvents.add(tables.events.guid[row]!, row);
        else if (kind === KIND_SET) setEvents.add(tables.events.guid[row]!, row);
        else if (kind === KIND_STEP) stepEvents.push(row);
      }
      const { guid, from, to } = tables.stretches;
      for (let row = firstStretch; row < tables.stretches.length; row++) {
        stretchRows.add(guid[row]!, row);
        if (to[row]! - from[row]! > longestStretch) longestStretch = to[row]! - from[row]!;
      }
      for (const detail of chunk.details) details.set(detail.event, detail);
      for (const line of chunk.log) log.push(line);
      now = chunk.now;
      tasks = chunk.tasks;
      outcome = chunk.outcome;
      if (outcome) now = outcome.end;
      version++;
    },
    cancel() {
      if (outcome) return;
      outcome = { kind: 'cancelled', abort: false, end: now, stalled: [] };
      version++;
    },
  };
}

function appendEvents(table: Growing<EventColumns>, part: Packed<EventColumns>): void {
  const { length, time, guid, kind, cause, via } = part;
  const total = table.length + length;
  table.time = joined(table.time, table.length, time, length);
  table.guid = joined(table.guid, table.length, guid, length);
  table.kind = joined(table.kind, table.length, kind, length);
  table.cause = joined(table.cause, table.length, cause, length);
  table.via = joined(table.via, table.length, via, length);
  table.length = total;
}

function appendStretches(table: Growing<StretchColumns>, part: Packed<StretchColumns>): void {
  const at = table.length;
  table.guid = joined(table.guid, at, part.guid, part.length);
  table.from = joined(table.from, at, part.from, part.length);
  table.to = joined(table.to, at, part.to, part.length);
  table.activity = joined(table.activity, at, part.activity, part.length);
  table.ref = joined(table.ref, at, part.ref, part.length);
  table.member = joined(table.member, at, part.member, part.length);
  table.state = joined(table.state, at, part.state, part.length);
  table.length = at + part.length;
}

function joined<C extends Column>(column: C, at: number, part: PackedColumn, length: number): C {
  const result = reserve(column, at + length);
  result.set(part.subarray(0, length), at);
  return result;
}
