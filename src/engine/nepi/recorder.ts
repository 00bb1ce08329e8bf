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
import type { Journal } from './journal.ts';

const ROOM = 1024;

/** Writes what happens into columns, and hands them out part by part. */
export class Recorder implements Journal {
  #first = 0;
  #count = 0;
  #time = new Float64Array(ROOM);
  #guid = new Uint32Array(ROOM);
  #kind = new Uint8Array(ROOM);
  #cause = new Int32Array(ROOM);
  #via = new Uint8Array(ROOM);
  #stretchCount = 0;
  #stretchGuid = new Uint32Array(ROOM);
  #from = new Float64Array(ROOM);
  #to = new Float64Array(ROOM);
  #activity = new Uint8Array(ROOM);
  #ref = new Int32Array(ROOM);
  #member = new Uint32Array(ROOM);
  #atState = new Uint8Array(ROOM);
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
    if (row === this.#from.length) this.#growStretches();
    this.#stretchGuid[row] = guid;
    this.#from[row] = from;
    this.#to[row] = to;
    this.#activity[row] = activity;
    this.#ref[row] = ref;
    this.#member[row] = member;
    this.#atState[row] = state;
  }

  log(time: Micros, guid: Guid, level: LogLine['level'], text: string): void {
    this.#log.push({ time, guid, level, text });
  }

  /** What was written since the last time. Its columns are exactly as long as they need be, and the caller's to keep. */
  take(now: Micros, tasks: number, outcome?: RunOutcome): RunChunk {
    const length = this.#count;
    const stretchLength = this.#stretchCount;
    const chunk: RunChunk = {
      events: {
        length,
        time: this.#time.slice(0, length),
        guid: this.#guid.slice(0, length),
        kind: this.#kind.slice(0, length),
        cause: this.#cause.slice(0, length),
        via: this.#via.slice(0, length),
      },
      details: this.#details,
      stretches: {
        length: stretchLength,
        guid: this.#stretchGuid.slice(0, stretchLength),
        from: this.#from.slice(0, stretchLength),
        to: this.#to.slice(0, stretchLength),
        activity: this.#activity.slice(0, stretchLength),
        ref: this.#ref.slice(0, stretchLength),
        member: this.#member.slice(0, stretchLength),
        state: this.#atState.slice(0, stretchLength),
      },
      log: this.#log,
      now,
      tasks,
      ...(outcome && { outcome }),
    };
    this.#first += length;
    this.#count = 0;
    this.#stretchCount = 0;
    this.#details = [];
    this.#log = [];
    return chunk;
  }

  #event(time: Micros, guid: Guid, kind: number, cause: number, via: number): number {
    const row = this.#count++;
    if (row === this.#time.length) this.#grow();
    this.#time[row] = time;
    this.#guid[row] = guid;
    this.#kind[row] = kind;
    this.#cause[row] = cause;
    this.#via[row] = via;
    return this.#first + row;
  }

  #grow(): void {
    this.#time = doubled(this.#time);
    this.#guid = doubled(this.#guid);
    this.#kind = doubled(this.#kind);
    this.#cause = doubled(this.#cause);
    this.#via = doubled(this.#via);
  }

  #growStretches(): void {
    this.#stretchGuid = doubled(this.#stretchGuid);
    this.#from = doubled(this.#from);
    this.#to = doubled(this.#to);
    this.#activity = doubled(this.#activity);
    this.#ref = doubled(this.#ref);
    this.#member = doubled(this.#member);
    this.#atState = doubled(this.#atState);
  }
}

type Column = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

function doubled<C extends Column>(column: C): C {
  const result = new (column.constructor as new (length: number) => C)(column.length * 2);
  result.set(column);
  return result;
}
