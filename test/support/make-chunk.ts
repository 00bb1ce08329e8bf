// Records written by hand, for tests of what reads them.
import { PHASES, STATE_ORDER, type State } from '../../src/model/state.ts';
import { ACTIVITIES, type Activity } from '../../src/model/activity.ts';
import {
  CAUSES,
  type Cause,
  type EventDetail,
  KIND_SET,
  KIND_STEP,
  type RunChunk,
  type RunOutcome,
} from '../../src/record/chunk.ts';
import { createRecord, type RunRecord } from '../../src/record/run-record.ts';

export interface MadeEvent {
  readonly time: number;
  readonly guid: number;
  readonly what: State | 'set' | 'step';
  readonly cause?: number;
  readonly via?: Cause;
}

export interface MadeStretch {
  readonly guid: number;
  readonly from: number;
  readonly to: number;
  readonly activity: Activity;
  /** A number, or the name of a phase. */
  readonly ref?: number | (typeof PHASES)[number];
  readonly member?: number;
  readonly state?: State;
}

export interface Made {
  readonly events?: readonly MadeEvent[];
  readonly stretches?: readonly MadeStretch[];
  readonly details?: readonly EventDetail[];
  readonly now: number;
  readonly outcome?: RunOutcome;
}

export function makeChunk({ events = [], stretches = [], details = [], now, outcome }: Made): RunChunk {
  const kindOf = ({ what }: MadeEvent) => (what === 'set' ? KIND_SET : what === 'step' ? KIND_STEP : STATE_ORDER[what]);
  return {
    events: {
      length: events.length,
      time: Float64Array.from(events, ({ time }) => time),
      guid: Uint32Array.from(events, ({ guid }) => guid),
      kind: Uint8Array.from(events, kindOf),
      cause: Int32Array.from(events, ({ cause }) => cause ?? -1),
      via: Uint8Array.from(events, ({ via }) => CAUSES.indexOf(via ?? 'begin')),
    },
    details,
    stretches: {
      length: stretches.length,
      guid: Uint32Array.from(stretches, ({ guid }) => guid),
      from: Float64Array.from(stretches, ({ from }) => from),
      to: Float64Array.from(stretches, ({ to }) => to),
      activity: Uint8Array.from(stretches, ({ activity }) => ACTIVITIES.indexOf(activity)),
      ref: Int32Array.from(stretches, ({ ref }) => (typeof ref === 'string' ? PHASES.indexOf(ref) : (ref ?? -1))),
      member: Uint32Array.from(stretches, ({ member }) => member ?? 0),
      state: Uint8Array.from(stretches, ({ state }) => (state ? STATE_ORDER[state] : 255)),
    },
    log: [],
    now,
    tasks: events.length,
    ...(outcome && { outcome }),
  };
}

/** A finished record of one chunk. */
export function makeRecord(made: Made): RunRecord {
  const record = createRecord();
  record.append(makeChunk({ outcome: { kind: 'completed', abort: false, end: made.now, stalled: [] }, ...made }));
  return record;
}

/** A record of `lanes` resources (guids from 1) with `segments` state events each, every fiftieth resource failing. */
export function makeLargeRecord(lanes: number, segments: number): RunRecord {
  const length = lanes * segments;
  const time = new Float64Array(length);
  const guid = new Uint32Array(length);
  const kind = new Uint8Array(length);
  const second = 1_000_000;
  const order = [1, 2, 3, 4, 5];
  let row = 0;
  for (let segment = 0; segment < segments; segment++) {
    for (let lane = 0; lane < lanes; lane++, row++) {
      // Times rise with the row, so the events are in order.
      time[row] = Math.round((segment * 10 + (lane / lanes) * 9) * second);
      guid[row] = lane + 1;
      const last = segment === segments - 1;
      kind[row] = last ? (lane % 50 === 7 ? 6 : 7) : segment < 5 ? order[segment]! : segment % 2 === 0 ? 5 : 4;
    }
  }
  const now = segments * 10 * second;
  const record = createRecord();
  record.append({
    ...makeChunk({ now, outcome: { kind: 'completed', abort: false, end: now, stalled: [] } }),
    events: { length, time, guid, kind, cause: new Int32Array(length).fill(-1), via: new Uint8Array(length) },
  });
  return record;
}
