// Two runs of an experiment as one record, so that whatever shows a record can show both. The resources of the second
// run take part under guids of their own.
import type { Guid } from '../model/units.ts';
import { type EventColumns, type EventDetail, SCRIPT_GUID, type StretchColumns } from './chunk.ts';
import { createEventColumns } from './columns.ts';
import { createRecord, type RunRecord } from './run-record.ts';

export interface JoinedRuns {
  readonly record: RunRecord;
  /** The guid under which a resource of the second run stands in the record. */
  readonly secondOf: ReadonlyMap<Guid, Guid>;
  /** The same of its script, which has no lane: it must only not be taken for the first run's. */
  readonly secondScript: Guid;
  /** The place in the record of each event of the second run. */
  readonly secondEvents: Int32Array;
}

/** Joins two runs of the same resources. The events of one instant keep their order, those of the first run come first. */
export function joinRecords(first: RunRecord, second: RunRecord, guids: readonly Guid[]): JoinedRuns {
  const secondOf = freshGuids(guids);
  const secondScript = freshGuids([...guids, ...secondOf.values(), SCRIPT_GUID]).get(SCRIPT_GUID)!;
  const rename = (guid: Guid) => (guid === SCRIPT_GUID ? secondScript : (secondOf.get(guid) ?? guid));
  const { events, details, secondEvents } = joinEvents(first, second, rename);
  const record = createRecord();
  const now = Math.max(first.now, second.now);
  const outcome = second.outcome ?? first.outcome;
  record.append({
    events,
    details,
    stretches: joinStretches(first.stretches, second.stretches, rename),
    log: [],
    now,
    tasks: first.tasks + second.tasks,
    ...(outcome && { outcome: { ...outcome, end: now } }),
  });
  return { record, secondOf, secondScript, secondEvents };
}

/** A guid for each that none of them has. */
function freshGuids(guids: readonly Guid[]): Map<Guid, Guid> {
  const taken = new Set(guids);
  const fresh = new Map<Guid, Guid>();
  let next: Guid = 1;
  for (const guid of guids) {
    while (taken.has(next)) next++;
    fresh.set(guid, next++);
  }
  return fresh;
}

function joinEvents(
  first: RunRecord,
  second: RunRecord,
  rename: (guid: Guid) => Guid,
): { readonly events: EventColumns; readonly details: readonly EventDetail[]; readonly secondEvents: Int32Array } {
  const length = first.events.length + second.events.length;
  const events = createEventColumns(length);
  const details: EventDetail[] = [];
  /** `at`: the next event of a run to be joined; `places`: where those before it have gone. */
  const one = { record: first, at: 0, places: new Int32Array(first.events.length), rename: (guid: Guid) => guid };
  const other = { record: second, at: 0, places: new Int32Array(second.events.length), rename };
  for (let row = 0; row < length; row++) {
    const side = nextTime(one) <= nextTime(other) ? one : other;
    const { record, at, places } = side;
    places[at] = row;
    events.time[row] = record.events.time[at]!;
    events.guid[row] = side.rename(record.events.guid[at]!);
    events.kind[row] = record.events.kind[at]!;
    events.via[row] = record.events.via[at]!;
    const cause = record.events.cause[at]!;
    events.cause[row] = cause >= 0 && cause < at ? places[cause]! : -1;
    const detail = record.detail(at);
    if (detail) details.push({ ...detail, event: row });
    side.at++;
  }
  return { events, details, secondEvents: other.places };
}

function nextTime({ record, at }: { readonly record: RunRecord; readonly at: number }): number {
  return at < record.events.length ? record.events.time[at]! : Infinity;
}

function joinStretches(a: StretchColumns, b: StretchColumns, rename: (guid: Guid) => Guid): StretchColumns {
  const length = a.length + b.length;
  const joined = <C extends Float64Array | Uint32Array | Int32Array | Uint8Array>(empty: C, one: C, other: C): C => {
    empty.set(one.subarray(0, a.length));
    empty.set(other.subarray(0, b.length), a.length);
    return empty;
  };
  const guid = joined(new Uint32Array(length), a.guid, b.guid);
  const member = joined(new Uint32Array(length), a.member, b.member);
  for (let row = a.length; row < length; row++) {
    guid[row] = rename(guid[row]!);
    // Nobody in particular stays nobody.
    if (member[row]! > 0) member[row] = rename(member[row]!);
  }
  return {
    length,
    guid,
    member,
    from: joined(new Float64Array(length), a.from, b.from),
    to: joined(new Float64Array(length), a.to, b.to),
    activity: joined(new Uint8Array(length), a.activity, b.activity),
    ref: joined(new Int32Array(length), a.ref, b.ref),
    state: joined(new Uint8Array(length), a.state, b.state),
  };
}
