import { toMicros } from '../../model/duration.ts';
import type { Behavior, DurationSpec } from '../../model/experiment.ts';
import { PHASES, type Phase } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { RandomStream } from '../kernel/random.ts';
import { createGate, type Gate } from './requires.ts';

/** What a phase of a simulated resource takes, read once. */
export interface PhasePlan {
  /** Undefined where the behavior says nothing: no time, and for `run` that there is no end to it. */
  readonly duration: Micros | Exclude<DurationSpec, string> | undefined;
  /** How likely it fails at its end. */
  readonly failure: number;
  /** What has to be there before it; undefined: nothing. */
  readonly gates: readonly Gate[] | undefined;
}

/** How a simulated resource behaves: a plan for each of PHASES. */
export type SimulatedBehavior = readonly PhasePlan[];

const read = new WeakMap<Behavior, SimulatedBehavior>();

/** Reads a behavior; once for each. */
export function simulatedBehavior(behavior: Behavior): SimulatedBehavior {
  let result = read.get(behavior);
  if (!result) read.set(behavior, (result = PHASES.map((phase) => readPhase(behavior, phase))));
  return result;
}

function readPhase(behavior: Behavior, phase: Phase): PhasePlan {
  const duration = behavior[phase];
  const gates: Gate[] = [];
  behavior.requires?.forEach((requirement, place) => {
    if (requirement.before === phase) gates.push(createGate(requirement, place));
  });
  return {
    duration: typeof duration === 'string' ? toMicros(duration) : duration,
    failure: behavior.failure?.[phase] ?? 0,
    gates: gates.length > 0 ? gates : undefined,
  };
}

/** What a phase comes to in this run: how long it takes and whether it fails in the end. */
export interface PhaseDraw {
  readonly time: Micros;
  readonly fails: boolean;
}

const AT_ONCE: PhaseDraw = { time: 0, fails: false };

/**
 * Draws a phase; the same every time, from a stream of its own per (seed, guid, phase). Whether it fails is drawn
 * first, so that another distribution of its duration doesn't change that.
 * @param phase its place in PHASES.
 */
export function drawPhase({ duration = 0, failure }: PhasePlan, seed: number, guid: Guid, phase: number): PhaseDraw {
  if (duration === 0 && failure === 0) return AT_ONCE;
  if (typeof duration === 'number' && (failure === 0 || failure === 1)) return { time: duration, fails: failure === 1 };
  const stream = new RandomStream(seed, guid, phase);
  const fails = stream.uniform() < failure;
  return { time: typeof duration === 'number' ? duration : drawDuration(stream, duration), fails };
}

/** A duration of a distribution, rounded to microseconds; negative ones become 0. */
export function drawDuration(stream: RandomStream, spec: Exclude<DurationSpec, string>): Micros {
  return Math.max(0, Math.round(sample(stream, spec)));
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
