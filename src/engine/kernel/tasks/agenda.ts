/** Slots of the lookup of recent buckets. More would only cost cache. A power of two. */
const RECENT = 256;
const NONE = -1;

/**
 * A priority queue of what is to happen: by time, then by the instant of scheduling, then by order of scheduling.
 *
 * Entries that agree in both instants share a bucket, first in first out; a heap orders the buckets. Many events of a
 * simulation share an instant; an entry then costs no more than a link in a list. All numbers are in typed arrays.
 */
export class Agenda<Entry> {
  // The heap: each position holds the time of a bucket, and the bucket's place in the columns below.
  #heapTime = new Float64Array(64);
  #heapBucket = new Int32Array(64);
  #heapSize = 0;
  // The buckets. Of those that agree in both instants (the lookup forgets), the one with the lower `serial` goes first.
  #time = new Float64Array(64);
  #since = new Float64Array(64);
  #serial = new Float64Array(64);
  #head = new Int32Array(64);
  #tail = new Int32Array(64);
  #bucketCount = 0;
  #freeBucket = NONE;
  #serials = 0;
  readonly #recent = new Int32Array(RECENT).fill(NONE);
  /** The last place reserved for the times that share a slot, and its time; NONE once that is not certain any more. */
  readonly #reserved = new Float64Array(RECENT).fill(NONE);
  readonly #reservedTime = new Float64Array(RECENT);
  // The entries, linked within their bucket.
  #next = new Int32Array(64);
  readonly #entries: (Entry | undefined)[] = [];
  #freeEntry = NONE;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The time of the first entry; Infinity: there is none. */
  get nextTime(): number {
    return this.#heapSize === 0 ? Infinity : this.#heapTime[0]!;
  }

  /**
   * Adds an entry behind all those of the same time that were scheduled in the same instant or before.
   * @param since the instant of scheduling: now, except for an entry that takes an earlier place.
   */
  push(time: number, since: number, entry: Entry): void {
    const node = this.#newNode(entry);
    const found = this.#find(time, since);
    if (found !== NONE) {
      this.#next[this.#tail[found]!] = node;
      this.#tail[found] = node;
    } else {
      const bucket = this.#heapInsert(time, since, this.#serials++, node);
      const slot = slotOf(time);
      this.#forget(slot);
      this.#recent[slot] = bucket;
    }
    this.#size++;
  }

  /** The entry pushed last for a time in this instant, if it is remembered and no place was reserved since. */
  last(time: number, since: number): Entry | undefined {
    const bucket = this.#find(time, since);
    return bucket === NONE ? undefined : this.#entries[this.#tail[bucket]!];
  }

  /**
   * Reserves the place that an entry pushed now would have, for {@link insert}.
   * @returns its serial number.
   */
  reserve(time: number): number {
    const slot = slotOf(time);
    if (this.#recent[slot] !== NONE && this.#time[this.#recent[slot]!] === time) this.#recent[slot] = NONE;
    this.#reserved[slot] = this.#serials;
    this.#reservedTime[slot] = time;
    return this.#serials++;
  }

  /** Whether nothing was certainly reserved or pushed for that time in this instant since a place was reserved. */
  isLast(time: number, since: number, serial: number): boolean {
    return this.#reserved[slotOf(time)] === serial && this.#find(time, since) === NONE;
  }

  /** Puts an entry into its reserved place. */
  insert(time: number, since: number, serial: number, entry: Entry): void {
    this.#heapInsert(time, since, serial, this.#newNode(entry));
    this.#size++;
  }

  /** Removes the first entry. There must be one. */
  take(): Entry {
    const bucket = this.#heapBucket[0]!;
    const node = this.#head[bucket]!;
    const entry = this.#entries[node]!;
    const rest = this.#next[node]!;
    this.#entries[node] = undefined;
    this.#next[node] = this.#freeEntry;
    this.#freeEntry = node;
    this.#size--;
    if (rest === NONE) this.#closeFirst();
    else this.#head[bucket] = rest;
    return entry;
  }

  /** All entries, in no particular order. */
  entries(): Entry[] {
    return this.#entries.filter((entry) => entry !== undefined);
  }

  /** Removes all entries but those that are kept, in their order. */
  retain(kept: (entry: Entry, time: number) => boolean): void {
    const remaining: { time: number; since: number; serial: number; entry: Entry }[] = [];
    while (this.#size > 0) {
      const time = this.#heapTime[0]!;
      const bucket = this.#heapBucket[0]!;
      const since = this.#since[bucket]!;
      const serial = this.#serial[bucket]!;
      const entry = this.take();
      if (kept(entry, time)) remaining.push({ time, since, serial, entry });
    }
    this.#recent.fill(NONE);
    this.#reserved.fill(NONE);
    let bucket = NONE;
    for (const { time, since, serial, entry } of remaining) {
      const node = this.#newNode(entry);
      if (bucket !== NONE && this.#time[bucket] === time && this.#serial[bucket] === serial) {
        this.#next[this.#tail[bucket]!] = node;
        this.#tail[bucket] = node;
      } else {
        bucket = this.#heapInsert(time, since, serial, node);
      }
    }
    this.#size = remaining.length;
  }

  #find(time: number, since: number): number {
    const bucket = this.#recent[slotOf(time)]!;
    return bucket !== NONE &&
      this.#time[bucket] === time &&
      this.#since[bucket] === since &&
      this.#head[bucket] !== NONE
      ? bucket
      : NONE;
  }

  /** The lookup forgets a bucket: a place reserved before that bucket need not be the last any more. */
  #forget(slot: number): void {
    const bucket = this.#recent[slot]!;
    if (bucket !== NONE && this.#time[bucket] === this.#reservedTime[slot]) this.#reserved[slot] = NONE;
  }

  #newNode(entry: Entry): number {
    let node = this.#freeEntry;
    if (node === NONE) {
      node = this.#entries.length;
      if (node === this.#next.length) this.#next = doubled(this.#next);
      this.#entries.push(entry);
    } else {
      this.#freeEntry = this.#next[node]!;
      this.#entries[node] = entry;
    }
    this.#next[node] = NONE;
    return node;
  }

  /** Adds a bucket with one entry. @returns it. */
  #heapInsert(time: number, since: number, serial: number, node: number): number {
    let bucket = this.#freeBucket;
    if (bucket === NONE) {
      bucket = this.#bucketCount++;
      if (bucket === this.#time.length) this.#growBuckets();
    } else {
      this.#freeBucket = this.#tail[bucket]!;
    }
    this.#time[bucket] = time;
    this.#since[bucket] = since;
    this.#serial[bucket] = serial;
    this.#head[bucket] = node;
    this.#tail[bucket] = node;
    this.#rise(this.#heapSize++, time, bucket);
    return bucket;
  }

  #closeFirst(): void {
    const bucket = this.#heapBucket[0]!;
    this.#head[bucket] = NONE;
    this.#tail[bucket] = this.#freeBucket;
    this.#freeBucket = bucket;
    const last = --this.#heapSize;
    if (last > 0) this.#sink(this.#heapTime[last]!, this.#heapBucket[last]!);
  }

  #before(time: number, bucket: number, otherTime: number, other: number): boolean {
    if (time !== otherTime) return time < otherTime;
    const since = this.#since[bucket]!;
    const otherSince = this.#since[other]!;
    return since !== otherSince ? since < otherSince : this.#serial[bucket]! < this.#serial[other]!;
  }

  #rise(position: number, time: number, bucket: number): void {
    const times = this.#heapTime;
    const buckets = this.#heapBucket;
    let at = position;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (!this.#before(time, bucket, times[parent]!, buckets[parent]!)) break;
      times[at] = times[parent]!;
      buckets[at] = buckets[parent]!;
      at = parent;
    }
    times[at] = time;
    buckets[at] = bucket;
  }

  #sink(time: number, bucket: number): void {
    const times = this.#heapTime;
    const buckets = this.#heapBucket;
    const size = this.#heapSize;
    let at = 0;
    for (;;) {
      const first = at * 4 + 1;
      if (first >= size) break;
      let least = first;
      const end = Math.min(first + 4, size);
      for (let child = first + 1; child < end; child++) {
        if (this.#before(times[child]!, buckets[child]!, times[least]!, buckets[least]!)) least = child;
      }
      if (!this.#before(times[least]!, buckets[least]!, time, bucket)) break;
      times[at] = times[least]!;
      buckets[at] = buckets[least]!;
      at = least;
    }
    times[at] = time;
    buckets[at] = bucket;
  }

  #growBuckets(): void {
    this.#time = doubled(this.#time);
    this.#since = doubled(this.#since);
    this.#serial = doubled(this.#serial);
    this.#head = doubled(this.#head);
    this.#tail = doubled(this.#tail);
    this.#heapTime = doubled(this.#heapTime);
    this.#heapBucket = doubled(this.#heapBucket);
  }
}

function slotOf(time: number): number {
  return Math.imul(time | 0, 0x9e3779b1) >>> 24;
}

function doubled<C extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(column: C): C {
  const result = new (column.constructor as new (length: number) => C)(column.length * 2);
  result.set(column);
  return result;
}
