// "This can happen once all of these have happened": clauses, and everything that follows from them, in time linear
// in their size (forward chaining with a counter for each clause).

/** A set of clauses over milestones numbered 0, 1, ... */
export class Clauses {
  readonly #heads: number[] = [];
  readonly #escapes: boolean[] = [];
  /** All bodies, one after the other; clause c's is from #starts[c] to #starts[c + 1]. */
  readonly #bodies: number[] = [];
  readonly #starts: number[] = [0];

  /**
   * `head` happens once all of `body` have.
   * @param escape this is not how things are meant to come about (somebody fails, or is released early); such a clause
   * counts for what can happen, not for why something can't.
   */
  add(head: number, body: readonly number[], escape = false): void {
    this.#heads.push(head);
    this.#escapes.push(escape);
    for (const milestone of body) this.#bodies.push(milestone);
    this.#starts.push(this.#bodies.length);
  }

  /** What can happen: 1 for each milestone that follows from the clauses and the assumed milestones. */
  solve(milestones: number, assumed: Iterable<number> = []): Uint8Array {
    const happens = new Uint8Array(milestones);
    const missing = Int32Array.from(this.#heads, (_, clause) => this.#starts[clause + 1]! - this.#starts[clause]!);
    const { from, clauses } = this.#waiting(milestones);
    const queue: number[] = [];
    const reach = (milestone: number) => {
      if (happens[milestone]) return;
      happens[milestone] = 1;
      queue.push(milestone);
    };
    missing.forEach((count, clause) => {
      if (count === 0) reach(this.#heads[clause]!);
    });
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
    for (const milestone of this.#bodies) from[milestone + 1]!++;
    for (let milestone = 0; milestone < milestones; milestone++) from[milestone + 1]! += from[milestone]!;
    const next = from.slice();
    const clauses = new Int32Array(this.#bodies.length);
    for (let clause = 0; clause < this.#heads.length; clause++) {
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
    this.#heads.forEach((head, clause) => {
      const list = waits.get(head);
      if (!list || this.#escapes[clause]) return;
      for (let place = this.#starts[clause]!; place < this.#starts[clause + 1]!; place++) {
        const milestone = this.#bodies[place]!;
        if (!happens[milestone]) list.push(milestone);
      }
    });
    return waits;
  }
}
