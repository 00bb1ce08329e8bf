// How gates and types are spoken of in messages.
import type { Requirement } from '../model/experiment.ts';
import { ROOT_TYPE } from '../model/rtype.ts';
import type { GatedPhase, State } from '../model/state.ts';

/** A type in a sentence: `a linux::Node`, `an ns3::NetDevice of any kind`. */
export function aType(rtype: string): string {
  if (rtype === ROOT_TYPE) return 'another resource';
  const concrete = rtype.replace(/^abstract::/, '');
  return `${/^(?:[aeio]|ns3)/.test(concrete) ? 'an' : 'a'} ${concrete}${concrete === rtype ? '' : ' of any kind'}`;
}

/** What a gate looks for: `a linux::Node`, `a linux::ns3::Simulation, reached through an ns3::Node of any kind`. */
export function gateTarget({ type, path }: Requirement): string {
  if (type !== undefined) return aType(type);
  const target = aType(path!.at(-1)!);
  return path!.length > 1 ? `${target}, reached through ${path!.slice(0, -1).map(aType).join(', then ')}` : target;
}

/** The state in which a resource stays when the gate before a phase never opens. */
export const STATE_BEFORE: Readonly<Record<GatedPhase, State>> = {
  discover: 'NEW',
  provision: 'DISCOVERED',
  ready: 'PROVISIONED',
  start: 'READY',
  release: 'STOPPED',
};
