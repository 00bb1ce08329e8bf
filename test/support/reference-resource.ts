// A resource of the reference engine, and what concerns it alone: its state, its times, its behavior.
import { parseDuration } from '../../src/model/duration.ts';
import type { AttributeValue, Behavior, DurationSpec, Experiment } from '../../src/model/experiment.ts';
import { mergeBehavior, withUserTypes, type Catalog } from '../../src/model/rtype.ts';
import { STATE_ORDER, type Phase, type State } from '../../src/model/state.ts';
import { createLock, type Lock } from './reference-kernel.ts';

/** What was drawn for a resource's phase, once per run. */
export type Draw = (
  guid: number,
  phase: Phase,
  spec: DurationSpec | undefined,
  failure: number,
) => { readonly duration: number; readonly fails: boolean };

export interface ReferenceResource {
  readonly guid: number;
  readonly rtype: string;
  readonly behavior: Behavior;
  readonly attributes: Map<string, AttributeValue>;
  readonly connected: ReferenceResource[];
  readonly lock: Lock;
  state: State;
  /** When each state was last entered. */
  readonly entered: Map<State, number>;
}

export function createResources(experiment: Experiment, catalog: Catalog): ReadonlyMap<number, ReferenceResource> {
  const types = withUserTypes(catalog, experiment.types);
  const resources = new Map<number, ReferenceResource>();
  for (const designed of experiment.resources.toSorted((a, b) => a.guid - b.guid)) {
    const type = types.get(designed.rtype);
    if (!type) throw new Error(`unknown type ${designed.rtype}`);
    const attributes = new Map<string, AttributeValue>([['critical', true]]);
    for (const [name, { default: value }] of type.attributes) if (value !== undefined) attributes.set(name, value);
    for (const [name, value] of Object.entries(designed.attributes)) attributes.set(name, value);
    resources.set(designed.guid, {
      guid: designed.guid,
      rtype: designed.rtype,
      behavior: mergeBehavior(type.behavior, designed.behavior),
      attributes,
      connected: [],
      lock: createLock(),
      state: 'NEW',
      entered: new Map([['NEW', 0]]),
    });
  }
  for (const [a, b] of experiment.connections) connect(resources.get(a)!, resources.get(b)!);
  for (const { connected } of resources.values()) connected.sort((a, b) => a.guid - b.guid);
  return resources;
}

function connect(a: ReferenceResource, b: ReferenceResource): void {
  if (!a.connected.includes(b)) a.connected.push(b);
  if (!b.connected.includes(a)) b.connected.push(a);
}

export function isLower(state: State, than: State): boolean {
  return STATE_ORDER[state] < STATE_ORDER[than];
}

/** Times as written and failures that are certain, or impossible: all that needs no luck. */
export const drawWithoutLuck: Draw = (guid, phase, spec = '0s', failure) => {
  const duration = typeof spec === 'string' ? parseDuration(spec) : undefined;
  if (duration === undefined || (failure !== 0 && failure !== 1)) {
    throw new Error(`resource ${guid}, ${phase}: the reference engine was given no source of random numbers`);
  }
  return { duration, fails: failure === 1 };
};
