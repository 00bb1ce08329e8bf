import fc from 'fast-check';
import { ATTRIBUTE_FLAGS, ATTRIBUTE_TYPES, FORMAT, VERSION } from '../../src/model/schema.ts';
import { MAX_POSITION } from '../../src/model/place.ts';
import { ACTIONS, GATED_PHASES, PHASES, STATES } from '../../src/model/state.ts';
import type { Experiment } from '../../src/model/experiment.ts';

// A file can't tell -0 from 0, so -0 is not made here.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const coordinate = fc.double({ noNaN: true, min: -MAX_POSITION, max: MAX_POSITION }).map((value) => value + 0);
/** Every object has fields of some of these names already. */
export const INHERITED_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const;
const fieldName = fc.oneof(fc.string(), fc.constantFrom(...INHERITED_NAMES));
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
/** Fields that version 1 doesn't know. */
const unknown = fc.dictionary(
  fc.oneof(
    fc.string().map((name) => `x-${name}`),
    fc.constantFrom(...INHERITED_NAMES),
  ),
  json,
  { maxKeys: 2, noNullPrototype: true },
);

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** An object whose undefined fields are left out, in any order, with unknown fields between them. */
const object = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc
    .tuple(fc.record(fields), unknown, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }))
    .map(([known, more, order]): Record<string, unknown> => {
      const entries = Object.entries({ ...known, ...more }).filter(([, value]) => value !== undefined);
      const keyed = entries.map((entry, index) => [order[index] ?? index, entry] as const);
      return Object.fromEntries(keyed.sort(([a], [b]) => a - b).map(([, entry]) => entry));
    });

export const duration = fc
  .tuple(fc.nat(1_000_000), fc.constantFrom('', '.5', '.25', '.001'), fc.constantFrom('h', 'm', 's', 'ms', 'us'))
  .map(([whole, part, unit]) => `${whole}${part}${unit}`);
const value = fc.oneof(fc.string(), number, fc.boolean());
const distribution = fc.oneof(
  object({ dist: fc.constant('uniform'), min: duration, max: duration }),
  object({ dist: fc.constant('lognormal'), median: duration, sigma: fc.double({ min: 0, max: 9, noNaN: true }) }),
);
const name = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom(...INHERITED_NAMES));
const behavior = object({
  ...Object.fromEntries(PHASES.map((phase) => [phase, optional(fc.oneof(duration, distribution))])),
  requires: optional(
    fc.array(
      object({
        before: fc.constantFrom(...GATED_PHASES),
        type: name,
        state: fc.constantFrom(...STATES),
        atLeast: optional(fc.nat(3)),
      }),
      { maxLength: 2 },
    ),
  ),
  failure: optional(
    fc.dictionary(fc.constantFrom(...PHASES), fc.double({ min: 0, max: 1, noNaN: true }), { noNullPrototype: true }),
  ),
});

/** Some of the resources in groups, no one in two. */
const anyGroups = (all: readonly number[]) =>
  fc.array(object({ name, collapsed: optional(fc.boolean()) }), { maxLength: all.length }).map((groups) =>
    groups.map((group, index) => ({
      ...group,
      guids: all.filter((_guid, place) => place % groups.length === index),
    })),
  );

/** Any sound experiment, with unknown fields at every level. */
export const experiment: fc.Arbitrary<Experiment> = fc
  .uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 6 })
  .chain((all) => {
    const guid = fc.constantFrom(...all);
    const guids = fc.array(guid, { minLength: 1, maxLength: 40 });
    const state = fc.constantFrom(...STATES);
    const resource = (own: number) =>
      object({
        guid: fc.constant(own),
        rtype: name,
        label: optional(fc.string({ unit: 'binary' })),
        position: optional(object({ x: coordinate, y: coordinate })),
        conditionsPosition: optional(object({ x: coordinate, y: coordinate })),
        attributes: fc.dictionary(fieldName, value, { noNullPrototype: true }),
        traces: fc.array(name, { maxLength: 3 }),
        behavior: optional(behavior),
      });
    const step = fc.oneof(
      object({
        op: fc.constant('deploy'),
        resources: optional(guids),
        waitAllReady: optional(fc.boolean()),
        group: optional(fc.integer()),
      }),
      object({ op: fc.constant('waitFinished'), resources: guids }),
      object({ op: fc.constant('sleep'), time: duration }),
      object({
        op: fc.constant('setWithConditions'),
        resources: guids,
        attribute: name,
        value,
        group: guids,
        state,
        time: optional(duration),
      }),
      object({ op: fc.constant('shutdown') }),
    );
    const attribute = object({
      name,
      type: fc.constantFrom(...ATTRIBUTE_TYPES),
      default: optional(value),
      allowed: optional(fc.array(value)),
      range: optional(fc.tuple(number, number)),
      flags: optional(fc.array(fc.constantFrom(...ATTRIBUTE_FLAGS))),
      help: optional(fc.string()),
    });
    const type = object({
      rtype: name,
      extends: optional(name),
      attributes: optional(fc.array(attribute, { maxLength: 2 })),
      traces: optional(fc.array(name)),
      behavior: optional(behavior),
    });
    return object({
      format: fc.constant(FORMAT),
      version: fc.constant(VERSION),
      id: fc.string(),
      types: fc.uniqueArray(type, { maxLength: 2, selector: (made) => made['rtype'] }),
      resources: fc.tuple(...all.map(resource)),
      connections: fc.array(fc.tuple(guid, guid)),
      conditions: fc.array(
        object({
          resources: guids,
          action: fc.constantFrom(...ACTIONS),
          group: guids,
          state,
          time: optional(duration),
        }),
        { maxLength: 3 },
      ),
      script: optional(fc.array(step, { maxLength: 4 })),
      simulation: object({
        workers: optional(fc.nat()),
        rescheduleDelay: optional(duration),
        horizon: optional(duration),
        seed: optional(fc.integer()),
      }),
      groups: fc.constant(all).chain(anyGroups),
    });
  }) as unknown as fc.Arbitrary<Experiment>;
