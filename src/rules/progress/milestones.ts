// What can happen in a run, numbered. Each resource has the same few milestones, at a stride; the others come after.
import type { Requirement, Resource } from '../../model/experiment.ts';
import { STATE_ORDER, STATES, type Action, type State } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';

/** A milestone, spelled out. */
export type Milestone =
  /** The resource has been in the state, or is beyond it. */
  | { readonly kind: 'state'; readonly guid: Guid; readonly state: State }
  /** Somebody asked for the action: the script, or the check of the deployment group. */
  | { readonly kind: 'asked'; readonly guid: Guid; readonly action: Action }
  /** The resource fails. */
  | { readonly kind: 'fails'; readonly guid: Guid }
  /** The shutdown has released the resource. */
  | { readonly kind: 'shut-down'; readonly guid: Guid }
  /** Every member of the condition's group is in its state. */
  | { readonly kind: 'condition'; readonly index: number }
  /** A member of the condition's group fails or is released. */
  | { readonly kind: 'condition-spoilt'; readonly index: number }
  /** A `requires` of the resource is met. `members`: who is connected and counts. */
  | { readonly kind: 'gate'; readonly guid: Guid; readonly requirement: Requirement; readonly members: readonly Guid[] }
  /** All that a deploy step deploys are READY. */
  | { readonly kind: 'all-ready'; readonly step: number; readonly members: readonly Guid[] }
  /** The script comes to the step; to the one after the last: it ends. */
  | { readonly kind: 'step'; readonly step: number }
  /** A critical resource failed. */
  | { readonly kind: 'abort' };

type Fixed = Extract<Milestone, { kind: 'state' | 'asked' | 'fails' | 'shut-down' }>;
type Added = Exclude<Milestone, Fixed>;

const ASKED = { DEPLOY: 8, START: 9, STOP: 10 } as const;
const FAILS = 11;
const SHUT_DOWN = 12;
/** States 0 to 7, and the above. */
const STRIDE = 13;

export class Milestones {
  readonly #resources: readonly Resource[];
  readonly #placeOf: ReadonlyMap<Guid, number>;
  readonly #added: Added[] = [];

  constructor(resources: readonly Resource[]) {
    this.#resources = resources;
    this.#placeOf = new Map(resources.map(({ guid }, place) => [guid, place]));
  }

  get count(): number {
    return this.#resources.length * STRIDE + this.#added.length;
  }

  has(guid: Guid): boolean {
    return this.#placeOf.has(guid);
  }

  state(guid: Guid, state: State): number {
    return this.#base(guid) + STATE_ORDER[state];
  }

  asked(guid: Guid, action: Action): number {
    return this.#base(guid) + ASKED[action];
  }

  fails(guid: Guid): number {
    return this.#base(guid) + FAILS;
  }

  shutDown(guid: Guid): number {
    return this.#base(guid) + SHUT_DOWN;
  }

  add(milestone: Added): number {
    this.#added.push(milestone);
    return this.count - 1;
  }

  /** The numbers of those that somebody waits at: conditions, gates, all-ready checks, steps. */
  get waiters(): readonly number[] {
    const fixed = this.#resources.length * STRIDE;
    return this.#added.flatMap(({ kind }, place) =>
      kind === 'condition' || kind === 'gate' || kind === 'all-ready' || kind === 'step' ? [fixed + place] : [],
    );
  }

  /** What a number stands for. */
  at(number: number): Milestone {
    const fixed = this.#resources.length * STRIDE;
    if (number >= fixed) return this.#added[number - fixed]!;
    const { guid } = this.#resources[Math.floor(number / STRIDE)]!;
    const offset = number % STRIDE;
    if (offset < STATES.length) return { kind: 'state', guid, state: STATES[offset]! };
    if (offset === FAILS) return { kind: 'fails', guid };
    if (offset === SHUT_DOWN) return { kind: 'shut-down', guid };
    const action = offset === ASKED.DEPLOY ? 'DEPLOY' : offset === ASKED.START ? 'START' : 'STOP';
    return { kind: 'asked', guid, action };
  }

  #base(guid: Guid): number {
    const place = this.#placeOf.get(guid);
    if (place === undefined) throw new RangeError(`no resource has guid ${guid}`);
    return place * STRIDE;
  }
}
