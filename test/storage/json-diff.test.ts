import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, diffJson } from '../../src/storage/json-diff.ts';

const overText = (change: unknown) => JSON.parse(JSON.stringify(change)) as unknown;
const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }).map(overText);

/** A value made from another, keeping some of its parts as they are. */
function vary(value: unknown, draws: () => number, other: unknown): unknown {
  const draw = draws();
  if (draw % 5 === 0) return other;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => (draws() % 3 === 0 ? vary(item, draws, other) : item));
    if (draw % 5 === 1) items.splice(draws() % (items.length + 1), draws() % 3, other);
    if (draw % 5 === 2) items.reverse();
    return draw % 5 === 3 ? [...items, ...items] : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]): [string, unknown] => [
    name,
    draws() % 2 ? field : vary(field, draws, other),
  ]);
  if (draw % 5 === 1) fields.splice(draws() % (fields.length + 1), 1, [`new${draw}`, other]);
  return Object.fromEntries(draw % 5 === 2 ? fields.reverse() : fields);
}

const pairs = fc.tuple(json, json, fc.infiniteStream(fc.nat(1000))).map(([before, other, stream]) => {
  const draws = () => stream.next().value as number;
  return [before, vary(before, draws, other)] as const;
});

describe('a difference', () => {
  test('leads from one value to the other, field order included, also through text', () => {
    fc.assert(
      fc.property(fc.oneof(pairs, fc.tuple(json, json)), ([before, after]) => {
        const change = diffJson(before, after);
        const replayed = change === undefined ? before : applyChange(before, overText(change));
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(after));
      }),
      { numRuns: 2000 },
    );
  });

  test('is nothing between a value and itself, or a list and its copy', () => {
    const list = [{ a: 1 }, { b: 2 }];
    expect(diffJson(list, list)).toBeUndefined();
    expect(diffJson({ list }, { list: [...list] })).toBeUndefined();
  });

  test('is small where little changed', () => {
    const before = Array.from({ length: 1000 }, (_, guid) => ({ guid, label: `host ${guid}`, traces: [] }));
    const after = before.with(500, { ...before[500]!, label: 'renamed' });
    expect(diffJson(before, after)).toEqual({
      items: [
        { keep: [0, 500] },
        { at: 500, change: { fields: [['label', { set: 'renamed' }]] } },
        { keep: [501, 499] },
      ],
    });
    expect(diffJson(before, before.toSpliced(10, 2))).toEqual({ items: [{ keep: [0, 10] }, { keep: [12, 988] }] });
  });

  test('keeps the identity of what it does not touch', () => {
    const before = { a: [{ x: 1 }, { x: 2 }], b: { deep: {} } };
    const after = { ...before, a: [before.a[0]!, { x: 3 }] };
    const replayed = applyChange(before, diffJson(before, after)) as typeof before;
    expect(replayed.b).toBe(before.b);
    expect(replayed.a[0]).toBe(before.a[0]);
  });

  test('handles names that objects have by themselves', () => {
    const after = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2}') as object;
    const replayed = applyChange({ a: 1 }, overText(diffJson({ a: 1 }, after)));
    expect(JSON.stringify(replayed)).toBe(JSON.stringify(after));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a change that is none of this value', () => {
  test.each([
    null,
    'set',
    {},
    { items: [{ keep: [0, 3] }] },
    { items: [{ keep: [-1, 1] }] },
    { items: [{ keep: [0.5, 1] }] },
    { items: [{ at: 2, change: { set: 1 } }] },
    { items: [{ at: 0 }] },
    { items: [null] },
    { fields: [] },
  ])('is refused for a list: %j', (change) => {
    expect(() => applyChange([1, 2], change)).toThrow(/./);
  });

  test.each([
    { fields: [[1, { set: 1 }]] },
    { fields: [['a']] },
    { fields: [], order: ['b'] },
    { fields: [], gone: 'a' },
    { items: [] },
  ])('is refused for an object: %j', (change) => {
    expect(() => applyChange({ a: 1 }, change)).toThrow(/./);
  });
});
