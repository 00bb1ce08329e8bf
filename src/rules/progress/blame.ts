// Why something can't happen: who waits for whom among what never happens, ending in circles or in dead ends.

/** Who waits for whom: for each milestone that never happens, the ones it lacks. */
export type Waits = ReadonlyMap<number, readonly number[]>;

/**
 * The circles that wait for nobody but themselves: each a shortest one of its knot (a strongly connected part that
 * leads nowhere else), beginning with its lowest milestone.
 */
export function findCircles(waits: Waits): readonly (readonly number[])[] {
  return knots(waits).flatMap((knot) => {
    const inside = new Set(knot);
    const [first] = knot;
    if (knot.length === 1 && !waits.get(first!)!.includes(first!)) return [];
    let shortest: readonly number[] | undefined;
    // A large knot needs no shortest circle; any through a few of its members will do to explain it.
    for (const start of knot.slice(0, 50)) {
      const circle = circleThrough(start, waits, inside);
      if (circle && (!shortest || circle.length < shortest.length)) shortest = circle;
    }
    return shortest ? [fromLowest(shortest)] : [];
  });
}

/** Strongly connected parts without a way out (Tarjan, without recursion), each in ascending order. */
function knots(waits: Waits): readonly (readonly number[])[] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const partOf = new Map<number, number>();
  const parts: number[][] = [];
  const stack: number[] = [];
  for (const root of waits.keys()) {
    if (order.has(root)) continue;
    const path: { node: number; next: number }[] = [{ node: root, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node } = top;
      if (top.next === 0) {
        order.set(node, order.size);
        low.set(node, order.get(node)!);
        stack.push(node);
      }
      const successor = waits.get(node)![top.next++];
      if (successor !== undefined) {
        if (!order.has(successor)) path.push({ node: successor, next: 0 });
        else if (!partOf.has(successor)) low.set(node, Math.min(low.get(node)!, order.get(successor)!));
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(node)!));
      if (low.get(node) !== order.get(node)) continue;
      const part = stack.splice(stack.indexOf(node));
      for (const member of part) partOf.set(member, parts.length);
      parts.push(part);
    }
  }
  return parts
    .filter((part, number) => part.every((node) => waits.get(node)!.every((next) => partOf.get(next) === number)))
    .map((part) => part.toSorted((a, b) => a - b));
}

/** A shortest way from `start` back to itself that stays inside. */
function circleThrough(start: number, waits: Waits, inside: ReadonlySet<number>): readonly number[] | undefined {
  const from = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    for (const next of waits.get(node)!) {
      if (next === start) {
        const circle = [node];
        for (let back = from.get(node); back !== undefined; back = from.get(back)) circle.unshift(back);
        return circle;
      }
      if (!inside.has(next) || from.has(next)) continue;
      from.set(next, node);
      queue.push(next);
    }
  }
  return undefined;
}

function fromLowest(circle: readonly number[]): readonly number[] {
  const start = circle.indexOf(Math.min(...circle));
  return [...circle.slice(start), ...circle.slice(0, start)];
}

/** Who waits, through others, for `root`: the first ones on each way that `stopsAt` takes. */
export function waitersFor(root: number, waits: Waits, stopsAt: (milestone: number) => boolean): readonly number[] {
  const dependents = reversed(waits);
  const seen = new Set([root]);
  const found: number[] = [];
  const queue = [root];
  for (const node of queue) {
    for (const waiter of dependents.get(node) ?? []) {
      if (seen.has(waiter)) continue;
      seen.add(waiter);
      if (stopsAt(waiter)) found.push(waiter);
      else queue.push(waiter);
    }
  }
  return found.toSorted((a, b) => a - b);
}

const reversals = new WeakMap<Waits, ReadonlyMap<number, readonly number[]>>();

function reversed(waits: Waits): ReadonlyMap<number, readonly number[]> {
  let result = reversals.get(waits) as Map<number, number[]> | undefined;
  if (result) return result;
  result = new Map();
  for (const [waiter, lacking] of waits) {
    for (const milestone of lacking) {
      const list = result.get(milestone);
      if (list) list.push(waiter);
      else result.set(milestone, [waiter]);
    }
  }
  reversals.set(waits, result);
  return result;
}
