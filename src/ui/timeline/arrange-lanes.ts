import { STATE_ORDER } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { Lane } from './lane.ts';

export const LANE_ORDERS = ['design', 'start', 'type', 'name'] as const;
/** `start`: in the order in which they get going, so that who waits stands below whom it waits for. */
export type LaneOrder = (typeof LANE_ORDERS)[number];

/** Which lanes there are, and in what order. */
export interface Arrangement {
  readonly order: LaneOrder;
  /** On top, and in sight whatever is scrolled. */
  readonly pinned: ReadonlySet<Guid>;
  /** Only these; undefined: all. */
  readonly only: ReadonlySet<Guid> | 'failed' | undefined;
}

export const AS_DESIGNED: Arrangement = { order: 'design', pinned: new Set(), only: undefined };

export interface ArrangedLanes {
  readonly lanes: readonly Lane[];
  /** How many of the first ones are pinned. */
  readonly pinned: number;
}

/** Whether an arrangement depends on what happened in the run. */
export function isByRun({ order, only }: Arrangement): boolean {
  return order === 'start' || only === 'failed';
}

/** The lanes as arranged. The record decides where `start` or `failed` is asked for. */
export function arrangeLanes(lanes: readonly Lane[], record: RunRecord, arrangement: Arrangement): ArrangedLanes {
  const { order, pinned, only } = arrangement;
  const shown =
    only === undefined
      ? lanes
      : lanes.filter(({ guid }) => pinned.has(guid) || (only === 'failed' ? hasFailed(record, guid) : only.has(guid)));
  if (order === 'design' && pinned.size === 0) return { lanes: shown, pinned: 0 };
  const ordered = order === 'design' ? shown : sortBy(shown, keyOf(record, order));
  const top = ordered.filter(({ guid }) => pinned.has(guid));
  return { lanes: [...top, ...ordered.filter(({ guid }) => !pinned.has(guid))], pinned: top.length };
}

function keyOf(record: RunRecord, order: Exclude<LaneOrder, 'design'>): (lane: Lane) => number | string {
  switch (order) {
    case 'start':
      return ({ guid }) => firstTime(record, guid);
    case 'type':
      return ({ rtype }) => rtype;
    case 'name':
      return ({ label }) => label.toLowerCase();
  }
}

/** Ties stay in the order of the design. */
function sortBy(lanes: readonly Lane[], key: (lane: Lane) => number | string): Lane[] {
  return lanes
    .map((lane) => ({ lane, key: key(lane) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ lane }) => lane);
}

/** When it first started; else when it first got anywhere; else after all others. */
function firstTime(record: RunRecord, guid: Guid): number {
  const { time, kind } = record.events;
  const rows = record.stateEvents.of(guid);
  for (const row of rows) if (kind[row] === STATE_ORDER.STARTED) return time[row]!;
  return rows.length > 0 ? record.now + time[rows[0]!]! + 1 : Infinity;
}

function hasFailed(record: RunRecord, guid: Guid): boolean {
  return record.stateEvents.of(guid).some((row) => record.events.kind[row] === STATE_ORDER.FAILED);
}
