import { STATE_ORDER } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { GroupRow, Lane, LaneGroup, Row } from '../run/lane.ts';

export const LANE_ORDERS = ['design', 'start', 'type', 'name', 'hand'] as const;
/** `start`: in the order in which they get going, so that who waits stands below whom it waits for. */
export type LaneOrder = (typeof LANE_ORDERS)[number];

/** Which lanes there are, and in what order. */
export interface Arrangement {
  readonly order: LaneOrder;
  /** The order made by hand; lanes that it doesn't name come after it, as designed. */
  readonly hand: readonly Guid[];
  /** The lanes of a group stand together, under its heading. */
  readonly grouped: boolean;
  /** The keys of the groups that are one lane each. */
  readonly folded: ReadonlySet<Guid>;
  /** On top, out of their groups, and in sight whatever is scrolled. */
  readonly pinned: ReadonlySet<Guid>;
  /** Only these; undefined: all. */
  readonly only: ReadonlySet<Guid> | 'failed' | undefined;
}

export const AS_DESIGNED: Arrangement = {
  order: 'design',
  hand: [],
  grouped: false,
  folded: new Set(),
  pinned: new Set(),
  only: undefined,
};

export interface ArrangedRows {
  readonly rows: readonly Row[];
  /** How many of the first ones are pinned. */
  readonly pinned: number;
}

/** Whether an arrangement depends on what happened in the run. */
export function isByRun({ order, only }: Arrangement): boolean {
  return order === 'start' || only === 'failed';
}

/** The rows as arranged. The record decides where `start` or `failed` is asked for. */
export function arrangeLanes(lanes: readonly Lane[], record: RunRecord, arrangement: Arrangement): ArrangedRows {
  const { pinned, only, grouped, folded } = arrangement;
  const ordered = orderLanes(lanes, record, arrangement);
  const shown =
    only === undefined
      ? ordered
      : ordered.filter(
          ({ guid }) => pinned.has(guid) || (only === 'failed' ? hasFailed(record, guid) : only.has(guid)),
        );
  const top = pinned.size === 0 ? [] : shown.filter(({ guid }) => pinned.has(guid));
  const others = top.length === 0 ? shown : shown.filter(({ guid }) => !pinned.has(guid));
  const rows = grouped ? withHeadings(others, folded) : others;
  return { rows: top.length === 0 ? rows : [...top, ...rows], pinned: top.length };
}

/** All lanes in the order asked for; those of a group one after the other, where that is asked for. */
export function orderLanes(lanes: readonly Lane[], record: RunRecord, arrangement: Arrangement): readonly Lane[] {
  const key = keyOf(record, arrangement);
  const sorted = key ? sortBy(lanes, key) : lanes;
  return arrangement.grouped ? gathered(sorted) : sorted;
}

/** Puts the lanes of a group together, where the first of them stands. */
function gathered(lanes: readonly Lane[]): Lane[] {
  const members = new Map<Guid, Lane[]>();
  const places: Lane[][] = [];
  for (const lane of lanes) {
    const known = lane.group && members.get(lane.group.key);
    if (known) {
      known.push(lane);
      continue;
    }
    const place = [lane];
    places.push(place);
    if (lane.group) members.set(lane.group.key, place);
  }
  return places.flat();
}

/** A heading above the lanes of each group; instead of them, where it is folded: one of each name. */
function withHeadings(lanes: readonly Lane[], folded: ReadonlySet<Guid>): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < lanes.length; ) {
    const { group } = lanes[at]!;
    let end = at + 1;
    while (group && lanes[end]?.group?.key === group.key) end++;
    const members = lanes.slice(at, end);
    const isFolded = group !== undefined && folded.has(group.key);
    if (group && isFolded) rows.push(...foldByName(members));
    else if (group) rows.push({ group, members, folded: false }, ...members);
    else rows.push(...members);
    at = end;
  }
  return rows;
}

function foldByName(members: readonly Lane[]): GroupRow[] {
  const names = new Map<string, { readonly group: LaneGroup; readonly members: Lane[] }>();
  for (const lane of members) {
    const { group } = lane;
    if (!group) continue;
    const known = names.get(group.name);
    if (known) known.members.push(lane);
    else names.set(group.name, { group, members: [lane] });
  }
  return [...names.values()].map((row) => ({ ...row, folded: true }));
}

function keyOf(record: RunRecord, { order, hand }: Arrangement): ((lane: Lane) => number | string) | undefined {
  switch (order) {
    case 'design':
      return undefined;
    case 'start':
      return ({ guid }) => firstTime(record, guid);
    case 'type':
      return ({ rtype }) => rtype;
    case 'name':
      return ({ label }) => label.toLowerCase();
    case 'hand': {
      const places = new Map(hand.map((guid, place) => [guid, place]));
      return ({ guid }) => places.get(guid) ?? Infinity;
    }
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
