// The difference between two JSON values that share most of their parts, as edits of an experiment do: small, plain JSON
// itself, and exact: applying it gives the second value down to the order of its fields. What is identical (===) is
// unchanged, so the cost follows the size of what changed and of the lists that hold it, not of the whole value.
import { JsonNumber } from '../format/json-number.ts';

/** How one value became another. */
export type Change =
  /** It was replaced. */
  | { readonly set: unknown }
  /** An object: some of its fields changed, some are gone. `order` is there when the order of fields differs otherwise. */
  | {
      readonly fields: readonly (readonly [name: string, change: Change])[];
      readonly gone?: readonly string[];
      readonly order?: readonly string[];
    }
  /** A list, put together from pieces. */
  | { readonly items: readonly Piece[] };

/** A piece of a list: items of the old list, one of them changed, or new items. */
export type Piece =
  | { readonly keep: readonly [from: number, count: number] }
  | { readonly at: number; readonly change: Change }
  | { readonly add: readonly unknown[] };

type Fields = Readonly<Record<string, unknown>>;

/** Gives what changed; undefined when nothing did. Fields that are undefined count as absent, as in JSON. */
export function diffJson(before: unknown, after: unknown): Change | undefined {
  if (before === after) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) return diffList(before, after);
  if (isFields(before) && isFields(after)) return diffFields(before, after);
  return { set: after };
}

function diffFields(before: Fields, after: Fields): Change | undefined {
  const [old, now] = [namesOf(before), namesOf(after)];
  const fields: (readonly [string, Change])[] = [];
  let kept = 0;
  for (const name of now) {
    const change = Object.hasOwn(before, name) ? diffJson(before[name], after[name]) : { set: after[name] };
    if (change) fields.push([name, change]);
    else kept += 1;
  }
  if (kept === 0 && fields.every(([, change]) => 'set' in change)) return { set: after };
  const present = new Set(now);
  const gone = old.filter((name) => !present.has(name));
  const order = orderAfter(old, gone, now);
  const isOrdered = now.every((name, place) => name === order[place]);
  if (fields.length === 0 && gone.length === 0 && isOrdered) return undefined;
  return { fields, ...(gone.length > 0 && { gone }), ...(!isOrdered && { order: now }) };
}

/** The order of fields that comes by itself: those that stay where they were, new ones behind them. */
function orderAfter(old: readonly string[], gone: readonly string[], now: readonly string[]): readonly string[] {
  const left = new Set(gone);
  const known = new Set(old);
  return [...old.filter((name) => !left.has(name)), ...now.filter((name) => !known.has(name))];
}

function diffList(before: readonly unknown[], after: readonly unknown[]): Change | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (start === before.length && start === after.length) return undefined;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;

  const pieces = createPieces();
  pieces.keep(0, start);
  const places = new Map<unknown, number>();
  for (let place = start; place < before.length - end; place++) places.set(before[place], place);
  let next = start;
  for (let place = start; place < after.length - end; place++) {
    const item = after[place];
    const from = before[next] === item && next < before.length - end ? next : places.get(item);
    if (from !== undefined) pieces.keep(from, 1);
    else if (next < before.length - end && isPlainPair(before[next], item)) pieces.change(next, before[next], item);
    else pieces.add(item);
    next = (from ?? next) + 1;
  }
  pieces.keep(before.length - end, end);
  return { items: pieces.list };
}

function createPieces() {
  const list: Piece[] = [];
  return {
    list,
    keep(from: number, count: number) {
      if (count === 0) return;
      const last = list.at(-1);
      if (last && 'keep' in last && last.keep[0] + last.keep[1] === from) {
        list[list.length - 1] = { keep: [last.keep[0], last.keep[1] + count] };
      } else list.push({ keep: [from, count] });
    },
    change(at: number, before: unknown, after: unknown) {
      const change = diffJson(before, after);
      if (change === undefined) this.keep(at, 1);
      else if ('set' in change) this.add(change.set);
      else list.push({ at, change });
    },
    add(item: unknown) {
      const last = list.at(-1);
      if (last && 'add' in last) (last.add as unknown[]).push(item);
      else list.push({ add: [item] });
    },
  };
}

/**
 * Applies a change; what it doesn't touch stays identical.
 * @throws Error when the change is no change, or not one of this value.
 */
export function applyChange(before: unknown, change: unknown): unknown {
  if (!isFields(change)) throw new Error('not a change');
  if (Object.hasOwn(change, 'set')) return change['set'];
  if (Array.isArray(change['items'])) return applyItems(before, change['items']);
  if (Array.isArray(change['fields'])) return applyFields(before, change, change['fields']);
  throw new Error('not a change');
}

function applyFields(before: unknown, { gone = [], order }: Fields, changes: readonly unknown[]): unknown {
  if (!isFields(before)) throw new Error('it changes the fields of what has none');
  const fields = new Map(namesOf(before).map((name) => [name, before[name]] as const));
  for (const name of listOf(gone)) fields.delete(String(name));
  for (const entry of changes) {
    const [name, change] = listOf(entry);
    if (typeof name !== 'string') throw new Error('a field without a name');
    fields.set(name, applyChange(fields.get(name), change));
  }
  if (order === undefined) return Object.fromEntries(fields);
  const names = listOf(order).map(String);
  if (names.length !== fields.size || !names.every((name) => fields.has(name)))
    throw new Error('another order of fields');
  return Object.fromEntries(names.map((name) => [name, fields.get(name)]));
}

function applyItems(before: unknown, pieces: readonly unknown[]): unknown {
  const old = listOf(before);
  const items: unknown[] = [];
  for (const piece of pieces) {
    if (!isFields(piece)) throw new Error('not a piece of a list');
    if (Array.isArray(piece['add'])) for (const item of piece['add'] as readonly unknown[]) items.push(item);
    else if (Array.isArray(piece['keep'])) {
      const [from, count] = piece['keep'] as readonly unknown[];
      const end = place(from, old.length) + place(count, old.length);
      if (end > old.length) throw new Error('items that are not there');
      for (let at = Number(from); at < end; at++) items.push(old[at]);
    } else items.push(applyChange(old[place(piece['at'], old.length - 1)], piece['change']));
  }
  return items;
}

function place(value: unknown, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new Error('a place that is not there');
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error('no list where there should be one');
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber);

const isPlainPair = (a: unknown, b: unknown): boolean => isFields(a) && isFields(b);

const namesOf = (value: Fields): readonly string[] => Object.keys(value).filter((name) => value[name] !== undefined);
