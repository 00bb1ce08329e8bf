import type { Requirement } from '../../../model/experiment.ts';
import { STATE_ORDER, STATES, type GatedPhase } from '../../../model/state.ts';
import type { Process } from '../../kernel/tasks/process.ts';
import { ResourceError } from '../errors.ts';
import { ACTIVITY, VIA } from '../recording/codes.ts';
import { Wait } from '../recording/wait.ts';
import { ALL_STATES, atLeast, bits } from '../state-sets.ts';
import type { ResourceRuntime } from './resource-runtime.ts';

/** Connected resources that must have reached a state before a phase: a requirement, read once. */
export interface ResolvedRequirement {
  readonly before: GatedPhase;
  /** Connections are followed through resources of these types; the resources at the end count. */
  readonly path: readonly string[];
  /** A state's place in STATES. */
  readonly state: number;
  readonly atLeast: number;
  /** Its place in the behavior's `requires`. */
  readonly place: number;
}

export function resolveRequirement(requirement: Requirement, place: number): ResolvedRequirement {
  const { before, type, path, state } = requirement;
  return {
    before,
    path: path ?? (type === undefined ? [] : [type]),
    state: STATE_ORDER[state],
    atLeast: before === 'release' ? 0 : (requirement.atLeast ?? 0),
    place,
  };
}

/**
 * What the first unmet requirement waits for: a resource or, where too few are connected, none in particular;
 * undefined: all are met. NEPI: the checks at the head of do_deploy, do_start and do_release of its resource classes.
 * @throws ResourceError when a required resource has failed or was released.
 */
export function unmetRequirement(
  resource: ResourceRuntime,
  requirements: readonly ResolvedRequirement[],
): Wait | undefined {
  const { causes } = resource.context.recording;
  for (const requirement of requirements) {
    const required = followPath(resource, requirement.path);
    if (required.length < requirement.atLeast) {
      return new Wait(ACTIVITY.gate, requirement.place, 0, requirement.state);
    }
    for (const member of required) {
      if (requirement.before !== 'release' && member.order >= STATE_ORDER.FAILED) {
        causes.blame(member.enteredIn(member.order), VIA.failure);
        throw new ResourceError(
          resource.manager,
          `needs ${member.type.rtype} guid ${member.guid}, which is ${STATES[member.order]!}`,
        );
      }
      if (member.order < requirement.state) {
        return new Wait(ACTIVITY.gate, requirement.place, member.guid, requirement.state);
      }
      causes.because(member.reachedIn(requirement.state), VIA.gate, member.reachedAt(requirement.state));
    }
  }
  return undefined;
}

const LOST = bits('FAILED', 'RELEASED');

/** Watches what could change the result of looking at requirements. */
export function watchRequirements(
  process: Process,
  resource: ResourceRuntime,
  requirements: readonly ResolvedRequirement[],
  wait: Wait,
): void {
  for (const requirement of requirements) {
    const isLast = requirement.place === wait.ref;
    if (isLast && wait.member === 0) return;
    for (const member of followPath(resource, requirement.path)) {
      if (isLast && member.guid === wait.member) {
        member.watch(process, atLeast(requirement.state) | LOST);
        return;
      }
      member.watch(process, (ALL_STATES & ~atLeast(requirement.state)) | LOST);
    }
  }
}

/** The resources at the end of a path of types, in order of their guids. */
function followPath(resource: ResourceRuntime, path: readonly string[]): readonly ResourceRuntime[] {
  if (path.length === 1) return resource.connected(path[0]);
  let reached = new Set([resource]);
  for (const rtype of path) {
    const next = new Set<ResourceRuntime>();
    for (const from of reached) for (const to of from.connected(rtype)) next.add(to);
    reached = next;
  }
  return [...reached].sort((a, b) => a.guid - b.guid);
}
