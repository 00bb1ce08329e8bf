import type { RunChunk } from '../../src/record/chunk.ts';

const empty = {
  stretches: {
    length: 0,
    guid: new Uint32Array(0),
    from: new Float64Array(0),
    to: new Float64Array(0),
    activity: new Uint8Array(0),
    ref: new Int32Array(0),
    member: new Uint32Array(0),
    state: new Uint8Array(0),
  },
  details: [],
  log: [],
};

/** A chunk with one event at `now`, in columns with room to spare. */
export function oneEvent(now: number, over = false): RunChunk {
  const room = 8;
  const time = new Float64Array(room);
  time[0] = now;
  return {
    ...empty,
    events: {
      length: 1,
      time,
      guid: new Uint32Array(room).fill(1),
      kind: new Uint8Array(room),
      cause: new Int32Array(room).fill(-1),
      via: new Uint8Array(room),
    },
    now,
    tasks: now,
    ...(over && { outcome: { kind: 'completed', abort: false, end: now, stalled: [] } as const }),
  };
}
