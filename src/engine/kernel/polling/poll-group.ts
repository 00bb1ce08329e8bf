import type { Process } from '../tasks/process.ts';

/**
 * Processes that poll in the same instants, in this order, with nothing else in between. As long as none of them would
 * find anything new, a pass over the whole group costs nothing but counting.
 *
 * A member's number is its place in the group; numbers only rise. A set of bits marks the members that have to run on
 * the next pass, so that the next of them is found quickly, in order.
 */
export class PollGroup {
  readonly period: number;
  /** The instant of the last pass, in which the next one was scheduled. */
  last: number;
  /** Place among what was scheduled in that instant, while the group is off the agenda. */
  serial = 0;
  /** Off the agenda: no member has to run. */
  isDormant = false;

  #members: (Process | undefined)[] = [];
  #due = new Uint32Array(1);
  #dueCount = 0;
  #size = 0;
  #tasks = 0;
  /** Members before this number have been taken out. */
  #start = 0;

  constructor(period: number, last: number) {
    this.period = period;
    this.last = last;
  }

  /** The group that a polling process is a member of. */
  static of(process: Process): PollGroup | undefined {
    return process.pollGroup as PollGroup | undefined;
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** Whether a member has to run. */
  get isDue(): boolean {
    return this.#dueCount > 0;
  }

  /** How many members need a worker on each pass: tasks that have not begun. */
  get tasks(): number {
    return this.#tasks;
  }

  /** The number after the last member's. */
  get end(): number {
    return this.#members.length;
  }

  /** The lowest number. */
  get start(): number {
    return this.#start;
  }

  member(number: number): Process | undefined {
    return this.#members[number];
  }

  /** Adds a last member. */
  add(process: Process): void {
    const number = this.#members.length;
    this.#members.push(process);
    if (number >= this.#due.length * 32) {
      const grown = new Uint32Array(this.#due.length * 2);
      grown.set(this.#due);
      this.#due = grown;
    }
    this.#enter(process, number);
  }

  /** Gives a free place to another process. */
  fill(number: number, process: Process): void {
    this.#members[number] = process;
    this.#enter(process, number);
  }

  remove(process: Process): void {
    const { number } = process;
    if (this.isMarked(number)) this.#unmark(number);
    process.pollGroup = undefined;
    this.#members[number] = undefined;
    this.#size--;
    if (process.needsWorker) this.#tasks--;
  }

  /** Marks a member to run on the next pass. */
  mark({ number }: Process): void {
    if (this.isMarked(number)) return;
    this.#due[number >> 5]! |= 1 << (number & 31);
    this.#dueCount++;
  }

  /** Whether the member of that number has to run on the next pass. */
  isMarked(number: number): boolean {
    return isIn(this.#due, number);
  }

  markAll(): void {
    for (let number = this.#start; number < this.#members.length; number++) {
      const process = this.#members[number];
      if (process) this.mark(process);
    }
  }

  /** The first number from `from` on whose member is marked; -1: none. */
  nextDue(from: number): number {
    if (this.#dueCount === 0) return -1;
    let word = from >> 5;
    let bits = this.#due[word]! & (-1 << (from & 31));
    for (;;) {
      if (bits !== 0) return word * 32 + 31 - Math.clz32(bits & -bits);
      if (++word >= this.#due.length) return -1;
      bits = this.#due[word]!;
    }
  }

  /** How many of the members up to a number need a worker on each pass. */
  tasksUpTo(number: number): number {
    let count = 0;
    for (let each = this.#start; each <= number; each++) if (this.#members[each]?.needsWorker) count++;
    return count;
  }

  /** Moves all members of another group behind its own. */
  absorb(other: PollGroup): void {
    for (let number = other.#start; number < other.#members.length; number++) {
      const process = other.#members[number];
      if (process) this.#move(process, other.isMarked(number));
    }
    other.#size = 0;
  }

  /** Moves the members up to a number into a group of their own. */
  split(number: number): PollGroup {
    const left = new PollGroup(this.period, this.last);
    for (let each = this.#start; each <= number; each++) {
      const process = this.#members[each];
      if (!process) continue;
      const wasDue = this.isMarked(each);
      this.remove(process);
      left.add(process);
      if (wasDue) left.mark(process);
    }
    this.#start = number + 1;
    return left;
  }

  /** Removes the tasks that have not begun. @param dropped is called with each. */
  dropTasks(dropped: (task: Process) => void): void {
    for (let number = this.#start; number < this.#members.length; number++) {
      const process = this.#members[number];
      if (!process?.needsWorker) continue;
      this.remove(process);
      process.unwatch();
      dropped(process);
    }
  }

  /** Closes gaps once they are many. Not to be called during a pass. */
  compact(): void {
    if (this.#size * 2 >= this.#members.length) return;
    const [members, due, start] = [this.#members, this.#due, this.#start];
    this.#members = [];
    this.#due = new Uint32Array(Math.max(1, (this.#size >> 4) + 1));
    this.#dueCount = this.#size = this.#tasks = this.#start = 0;
    for (let number = start; number < members.length; number++) {
      const process = members[number];
      if (process) this.#move(process, isIn(due, number));
    }
  }

  #move(process: Process, isDue: boolean): void {
    this.add(process);
    if (isDue) this.mark(process);
  }

  #enter(process: Process, number: number): void {
    process.pollGroup = this;
    process.number = number;
    this.#size++;
    if (process.needsWorker) this.#tasks++;
  }

  #unmark(number: number): void {
    this.#due[number >> 5]! &= ~(1 << (number & 31));
    this.#dueCount--;
  }
}

function isIn(bits: Uint32Array, number: number): boolean {
  return ((bits[number >> 5]! >>> (number & 31)) & 1) === 1;
}
