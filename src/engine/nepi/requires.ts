import type { Requirement } from '../../model/experiment.ts';
import { STATE_ORDER, type GatedPhase } from '../../model/state.ts';
import type { Process } from '../kernel/process.ts';
import { ALL_STATES, atLeast, bits } from './conditions.ts';
import { ResourceError } from './errors.ts';
import { ACTIVITY, VIA } from './journal.ts';
import type { Lifeline } from './lifeline.ts';
import type { ResourceManager } from './resource-manager.ts';
import { Wait } from './wait.ts';

/** Connected resources that must have reached a state before a phase. */
export interface Gate {
  readonly before: GatedPhase;
  /** Connections are followed through resources of these types; those at the end count. */
  readonly path: readonly string[];
  /** A state's place in STATES. */
  readonly state: number;
  readonly atLeast: number;
  /** Its place in the behavior's `requires`. */
  readonly place: number;
}

export function createGate(requirement: Requirement, place: number): Gate {
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
 * What the first closed gate waits for, which is a resource or, where too few are connected, nobody; undefined: all
 * are open. NEPI: the checks at the head of do_deploy, do_start and do_release of its resource classes.
 * @throws ResourceError when a required resource has failed or was released.
 */
export function closedGate(lifeline: Lifeline, gates: readonly Gate[]): Wait | undefined {
  const { ec } = lifeline;
  for (const gate of gates) {
    const required = followPath(lifeline, gate.path);
    if (required.length < gate.atLeast) return new Wait(ACTIVITY.gate, gate.place, 0, gate.state);
    for (const { lifeline: member } of required) {
      if (gate.before !== 'release' && member.order >= STATE_ORDER.FAILED) {
        ec.chronicle.blame(member.enteredIn(member.order), VIA.failure);
        throw new ResourceError(
          lifeline.rm,
          `needs ${member.type.rtype} guid ${member.guid}, which is ${member.rm.state}`,
        );
      }
      if (member.order < gate.state) return new Wait(ACTIVITY.gate, gate.place, member.guid, gate.state);
      ec.chronicle.because(member.reachedIn(gate.state), VIA.gate, member.reachedAt(gate.state));
    }
  }
  return undefined;
}

const LOST = bits('FAILED', 'RELEASED');

/** Registers what could change what was found on looking through gates. */
export function watchGates(process: Process, lifeline: Lifeline, gates: readonly Gate[], wait: Wait): void {
  for (const gate of gates) {
    const isLast = gate.place === wait.ref;
    if (isLast && wait.member === 0) return;
    for (const { lifeline: member } of followPath(lifeline, gate.path)) {
      if (isLast && member.guid === wait.member) {
        member.watch(process, atLeast(gate.state) | LOST);
        return;
      }
      member.watch(process, (ALL_STATES & ~atLeast(gate.state)) | LOST);
    }
  }
}

/** The resources at the end of a path of types, in order of their guids. */
function followPath(lifeline: Lifeline, path: readonly string[]): readonly ResourceManager[] {
  if (path.length === 1) return lifeline.connected(path[0]);
  let reached = new Set([lifeline.rm]);
  for (const rtype of path) {
    const next = new Set<ResourceManager>();
    for (const from of reached) for (const to of from.lifeline.connected(rtype)) next.add(to);
    reached = next;
  }
  return [...reached].sort((a, b) => a.guid - b.guid);
}
