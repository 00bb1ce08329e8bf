// What is found in a run by a few letters: lanes by label, guid or type; events by state or by the attribute they set.
import { foldText } from '../../model/fold-text.ts';
import { STATES } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { KIND_SET } from '../../record/chunk.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { isGroupRow, type Lane, type Row } from '../run/lane.ts';

/** What a search found: the lanes from top to bottom, then the events in order of time. */
export interface Found {
  readonly lanes: ReadonlySet<Guid>;
  /** Their numbers in the record. */
  readonly events: readonly number[];
}

/** One of the things found. */
export interface Match {
  readonly guid: Guid;
  /** Of the event; undefined for a lane. */
  readonly time: Micros | undefined;
}

export const NOTHING_FOUND: Found = { lanes: new Set(), events: [] };

/** Searches what the rows show. Capitals and accents don't matter. */
export function searchRun(record: RunRecord, rows: readonly Row[], text: string): Found {
  const wanted = foldText(text).trim();
  if (wanted === '') return NOTHING_FOUND;
  const shown = shownLanes(rows);
  const lanes = new Set(shown.filter((lane) => isLane(lane, wanted)).map(({ guid }) => guid));
  const states = STATES.map((state) => foldText(state).includes(wanted));
  const guids = new Set(shown.map(({ guid }) => guid));
  const events: number[] = [];
  const { kind, guid, length } = record.events;
  for (let event = 0; event < length; event++) {
    const code = kind[event]!;
    const hit = code === KIND_SET ? setsAttribute(record, event, wanted) : states[code] === true;
    if (hit && guids.has(guid[event]!)) events.push(event);
  }
  return { lanes, events };
}

export function countFound({ lanes, events }: Found): number {
  return lanes.size + events.length;
}

/** One of the matches, counted from 0. @returns undefined when there are not so many. */
export function matchAt(record: RunRecord, { lanes, events }: Found, place: number): Match | undefined {
  if (place < lanes.size) {
    const guid = [...lanes][place];
    return guid === undefined ? undefined : { guid, time: undefined };
  }
  const event = events[place - lanes.size];
  return event === undefined ? undefined : { guid: record.events.guid[event]!, time: record.events.time[event]! };
}

/** Each resource that is drawn, once: a folded group draws its members. */
function shownLanes(rows: readonly Row[]): readonly Lane[] {
  return rows.flatMap((row) => (isGroupRow(row) ? (row.folded ? row.members : []) : [row]));
}

function isLane({ guid, label, rtype }: Lane, wanted: string): boolean {
  return (
    foldText(label).includes(wanted) ||
    foldText(rtype).includes(wanted) ||
    String(guid) === wanted.replace(/^guid\s*/, '')
  );
}

function setsAttribute(record: RunRecord, event: number, wanted: string): boolean {
  const name = record.detail(event)?.set?.[0];
  return name !== undefined && foldText(name).includes(wanted);
}
