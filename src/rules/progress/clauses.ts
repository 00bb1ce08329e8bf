// "This can happen once all of these have happened": clauses, and everything that follows from them, in time linear
// in their size (forward chaining with a counter for each clause).

/** Clauses, and members of bodies, that there is room for at first. */
const FIRST = 1024;

/** A set of clauses over milestones numbered 0, 1, ... */
export class Clauses {
  #count = 0;
  #heads = new Int32Array(FIRST);
  /** 1 for those that are escapes. */
  #escapes = new Uint8Array(FIRST);
  /** All bodies, one after the other; clause c's is from #starts[c] to #starts[c + 1]. */
  #bodies = new Int32Array(FIRST);
  #starts = new Int32Array(FIRST + 1);

  /**
   * `head` happens once all of `body` have.
   * @param escape this is not how things are meant to come about (somebody fails, or is released early); such a clause
   * counts for what can happen, not for why something can't.
   */
  add(head: number, body: readonly number[], escape = false): void {
    const clause = this.#count++;
    let end = this.#starts[clause]!;
    if (clause === this.#heads.length) this.#growClauses();
    if (end + body.length > this.#bodies.length) this.#bodies = longer(this.#bodies, end + body.length);
    this.#heads[clause] = head;
    if (escape) this.#escapes[clause] = 1;
    for (const milestone of body) this.#bodies[end++] = milestone;
    this.#starts[clause + 1] = end;
  }

  /** What can happen: 1 for each milestone that follows from the clauses and the assumed milestones. */
  solve(milestones: number, assumed: Iterable<number> = []): Uint8Array {
    const happens = new Uint8Array(milestones);
    const missing = new Int32Array(this.#count);
    const { from, clauses } = this.#waiting(milestones);
    const queue: number[] = [];
    const reach = (milestone: number) => {
      if (happens[milestone]) return;
      happens[milestone] = 1;
      queue.push(milestone);
    };
    for (let clause = 0; clause < this.#count; clause++) {
      missing[clause] = this.#starts[clause + 1]! - this.#starts[clause]!;
      if (missing[clause] === 0) reach(this.#heads[clause]!);
    }
    for (const milestone of assumed) reach(milestone);
    for (let milestone = queue.pop(); milestone !== undefined; milestone = queue.pop()) {
      for (let place = from[milestone]!; place < from[milestone + 1]!; place++) {
        const clause = clauses[place]!;
        if (--missing[clause]! === 0) reach(this.#heads[clause]!);
      }
    }
    return happens;
  }

  /** The clauses with a milestone in their body: clauses[from[m]] to clauses[from[m + 1] - 1]. */
  #waiting(milestones: number): { readonly from: Int32Array; readonly clauses: Int32Array } {
    const from = new Int32Array(milestones + 1);
    const size = this.#starts[this.#count]!;
    for (let place = 0; place < size; place++) from[this.#bodies[place]! + 1]!++;
    for (let milestone = 0; milestone < milestones; milestone++) from[milestone + 1]! += from[milestone]!;
    const next = from.slice();
    const clauses = new Int32Array(size);
    for (let clause = 0; clause < this.#count; clause++) {
      for (let place = this.#starts[clause]!; place < this.#starts[clause + 1]!; place++) {
        clauses[next[this.#bodies[place]!]!++] = clause;
      }
    }
    return { from, clauses };
  }

  /**
   * Who waits for whom: for each milestone that doesn't happen, those in the bodies of its clauses that don't either.
   * Milestones that nothing is meant to bring about have an empty list.
   */
  waits(happens: Uint8Array): ReadonlyMap<number, readonly number[]> {
    const waits = new Map<number, number[]>();
    for (let milestone = 0; milestone < happens.length; milestone++) {
      if (!happens[milestone]) waits.set(milestone, []);
    }
    for (let clause = 0; clause < this.#count; clause++) {
      const list = waits.get(this.#heads[clause]!);
      if (!list || this.#escapes[clause]) continue;
      for (let place = this.#starts[clause]!; place < this.#starts[clause + 1]!; place++) {
        const milestone = this.#bodies[place]!;
        if (!happens[milestone]) list.push(milestone);
      }
    }
    return waits;
  }

  #growClauses(): void {
    this.#heads = longer(this.#heads);
    this.#escapes = longer(this.#escapes);
    this.#starts = longer(this.#starts);
  }
}

/** A copy with room for at least twice as much. */
function longer<C extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(column: C, atLeast = 0): C {
  const result = new (column.constructor as new (length: number) => C)(Math.max(column.length * 2, atLeast));
  result.set(column);
  return result;
}
