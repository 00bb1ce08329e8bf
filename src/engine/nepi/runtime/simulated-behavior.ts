import { toMicros } from '../../../model/duration.ts';
import type { Behavior, DurationSpec, Requirement } from '../../../model/experiment.ts';
import { PHASES, type Phase } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import { RandomStream } from '../../kernel/random.ts';
import { resolveRequirement, type ResolvedRequirement } from './requirements.ts';

/** A phase of a simulated resource, read once. */
export interface PhasePlan {
  /** Undefined: not in the behavior. The phase takes no time; a `run` has no end. */
  readonly duration: Micros | Exclude<DurationSpec, string> | undefined;
  /** The draw of a phase in which nothing is random. */
  readonly certain: PhaseDraw | undefined;
  /** The probability that it fails at its end. */
  readonly failure: number;
  /** What must be met before it; undefined: nothing. */
  readonly requirements: readonly ResolvedRequirement[] | undefined;
}

/** How a simulated resource behaves: a plan for each of PHASES. */
export type SimulatedBehavior = readonly PhasePlan[];

const NO_REQUIREMENTS: readonly Requirement[] = [];
const NOTHING: Behavior = {};
const AT_ONCE: PhaseDraw = { time: 0, fails: false };
const NOTHING_SAID: PhasePlan = { duration: undefined, certain: AT_ONCE, failure: 0, requirements: undefined };

const ofTypes = new WeakMap<Behavior, SimulatedBehavior>();

/** Reads the behavior of a type, once per type. */
export function behaviorOfType(behavior: Behavior): SimulatedBehavior {
  let result = ofTypes.get(behavior);
  if (!result) ofTypes.set(behavior, (result = PHASES.map((phase) => readPhase(phase, behavior, NOTHING))));
  return result;
}

/**
 * Reads the behavior of a resource, which overrides that of its type key by key. Most resources have few keys of their
 * own; the other phases share the plans of the type.
 */
export function readBehavior(ofType: Behavior, own: Behavior): SimulatedBehavior {
  const plans = behaviorOfType(ofType);
  const touchesAll = own.failure !== undefined || own.requires !== undefined;
  return PHASES.map((phase, place) =>
    touchesAll || own[phase] !== undefined ? readPhase(phase, ofType, own) : plans[place]!,
  );
}

function readPhase(phase: Phase, ofType: Behavior, own: Behavior): PhasePlan {
  const duration = own[phase] ?? ofType[phase];
  const failure = (own.failure ?? ofType.failure)?.[phase] ?? 0;
  const requires = own.requires ?? ofType.requires ?? NO_REQUIREMENTS;
  let requirements: ResolvedRequirement[] | undefined;
  for (let place = 0; place < requires.length; place++) {
    const requirement = requires[place]!;
    if (requirement.before === phase) (requirements ??= []).push(resolveRequirement(requirement, place));
  }
  if (duration === undefined && failure === 0 && requirements === undefined) return NOTHING_SAID;
  const micros = typeof duration === 'string' ? toMicros(duration) : duration;
  const isCertain = typeof micros !== 'object' && (failure === 0 || failure === 1);
  const certain = isCertain ? { time: micros ?? 0, fails: failure === 1 } : undefined;
  return { duration: micros, certain, failure, requirements };
}

/** What is drawn for a phase: how long it takes (Infinity: too long to be counted) and whether it fails then. */
export interface PhaseDraw {
  readonly time: Micros;
  readonly fails: boolean;
}

/**
 * Draws a phase from a stream of its own per (seed, guid, phase): the draw is the same every time. The failure is drawn
 * first, so that another distribution of the duration does not change it.
 * @param phase its place in PHASES.
 */
export function drawPhase(plan: PhasePlan, seed: number, guid: Guid, phase: number): PhaseDraw {
  if (plan.certain) return plan.certain;
  const { duration = 0, failure } = plan;
  const stream = new RandomStream(seed, guid, phase);
  const fails = stream.uniform() < failure;
  return { time: typeof duration === 'number' ? duration : drawDuration(stream, duration), fails };
}

/**
 * A duration of a distribution, rounded to microseconds; negative ones become 0, those too long to be counted Infinity.
 */
export function drawDuration(stream: RandomStream, spec: Exclude<DurationSpec, string>): Micros {
  const time = Math.max(0, Math.round(sample(stream, spec)));
  return time <= Number.MAX_SAFE_INTEGER ? time : Infinity;
}

function sample(stream: RandomStream, spec: Exclude<DurationSpec, string>): number {
  switch (spec.dist) {
    case 'uniform': {
      const min = toMicros(spec.min);
      return min + (toMicros(spec.max) - min) * stream.uniform();
    }
    case 'triangular': {
      const min = toMicros(spec.min);
      const width = toMicros(spec.max) - min;
      return width === 0 ? min : min + width * stream.triangular((toMicros(spec.mode) - min) / width);
    }
    case 'normal':
      return toMicros(spec.mean) + toMicros(spec.sd) * stream.normal();
    case 'lognormal':
      return toMicros(spec.median) * Math.exp(spec.sigma * stream.normal());
    case 'exponential':
      return toMicros(spec.mean) * stream.exponential();
  }
}
