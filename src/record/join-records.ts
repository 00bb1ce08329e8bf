// Two runs of an experiment as one record, so that whatever shows a record can show both. The resources of the second
// run take part under guids of their own.
import { STATE_ORDER } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { ACTIVITIES } from '../model/activity.ts';
import { type EventColumns, type EventDetail, SCRIPT_GUID, type StretchColumns } from './chunk.ts';
import { createEventColumns, createStretchColumns } from './columns.ts';
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
    stretches: joinStretches([
      [first.stretches, same],
      [stalledStretches(first, now), same],
      [second.stretches, rename],
      [stalledStretches(second, now), rename],
    ]),
    log: [],
    now,
    tasks: first.tasks + second.tasks,
    ...(outcome && { outcome: { ...outcome, end: now } }),
  });
  return { record, secondOf, secondScript, secondEvents };
}

const same = (guid: Guid) => guid;

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
  const one = { record: first, at: 0, places: new Int32Array(first.events.length), rename: same };
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

/** Who waits in a stalled run, which waits on for as long as the other one goes on. */
function stalledStretches({ outcome, now }: RunRecord, end: Micros): StretchColumns {
  const waits = outcome?.kind === 'stalled' && end > now ? outcome.stalled : [];
  return {
    length: waits.length,
    guid: Uint32Array.from(waits, ({ guid }) => guid),
    from: Float64Array.from(waits, () => now),
    to: Float64Array.from(waits, () => end),
    activity: Uint8Array.from(waits, ({ activity }) => ACTIVITIES.indexOf(activity)),
    ref: Int32Array.from(waits, ({ ref }) => ref),
    member: Uint32Array.from(waits, ({ member }) => member),
    state: Uint8Array.from(waits, ({ state }) => (state ? STATE_ORDER[state] : 255)),
  };
}

type Part = readonly [stretches: StretchColumns, rename: (guid: Guid) => Guid];

function joinStretches(parts: readonly Part[]): StretchColumns {
  const all = createStretchColumns(parts.reduce((sum, [{ length }]) => sum + length, 0));
  let at = 0;
  for (const [{ length, guid, from, to, activity, ref, member, state }, rename] of parts) {
    all.from.set(from.subarray(0, length), at);
    all.to.set(to.subarray(0, length), at);
    all.activity.set(activity.subarray(0, length), at);
    all.ref.set(ref.subarray(0, length), at);
    all.state.set(state.subarray(0, length), at);
    for (let row = 0; row < length; row++) {
      all.guid[at + row] = rename(guid[row]!);
      // Nobody in particular stays nobody.
      all.member[at + row] = member[row]! > 0 ? rename(member[row]!) : 0;
    }
    at += length;
  }
  return all;
}
