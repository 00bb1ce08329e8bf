// What would have to take less time for a run to end sooner: what its critical path's time went into, by name.
import { PHASES } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import type { Activity } from '../model/activity.ts';
import { SCRIPT_GUID } from './chunk.ts';
import { criticalPath, type CriticalPath, type PathKind, type PathPart } from './critical-path.ts';
import type { RunRecord } from './run-record.ts';
import type { Piece } from './sentence.ts';
import { type Stretch, stretchesWithin } from './stretches.ts';

export interface Lever {
  /** What to shorten. */
  readonly pieces: readonly Piece[];
  /** How much of the critical path it is: the run can't end sooner by more than that. */
  readonly time: Micros;
}

/** A run's critical path, and what to shorten of it. */
export interface PathWithLevers extends CriticalPath {
  readonly levers: readonly Lever[];
}

export function pathWithLevers(record: RunRecord): PathWithLevers {
  const path = criticalPath(record);
  return { ...path, levers: leversOf(record, path) };
}

/** The levers of a run's critical path, the longest first. What NEPI itself waits for, whatever one does, is none. */
export function leversOf(record: RunRecord, path: CriticalPath): readonly Lever[] {
  const found = new Map<string, { pieces: readonly Piece[]; time: Micros }>();
  for (const { guid, parts } of path.links) {
    for (const part of parts) {
      const pieces = piecesOf(guid, part.kind, stretchOf(record, guid, part));
      if (!pieces) continue;
      const key = JSON.stringify(pieces);
      const lever = found.get(key) ?? { pieces, time: 0 };
      found.set(key, { pieces, time: lever.time + part.to - part.from });
    }
  }
  return [...found.values()].sort((a, b) => b.time - a.time);
}

const ACTIVITY_OF: { readonly [Kind in PathKind]?: Activity } = {
  work: 'phase',
  run: 'phase',
  delay: 'delay',
  polling: 'poll',
  sleep: 'sleep',
};

function stretchOf(record: RunRecord, guid: Guid, { from, to, kind }: PathPart): Stretch | undefined {
  return stretchesWithin(record, guid, from, to).find(({ activity, ref }) => {
    return activity === ACTIVITY_OF[kind] && (activity !== 'phase' || (PHASES[ref] === 'run') === (kind === 'run'));
  });
}

function piecesOf(guid: Guid, kind: PathKind, stretch: Stretch | undefined): readonly Piece[] | undefined {
  switch (kind) {
    case 'work':
    case 'run': {
      const phase = stretch && PHASES[stretch.ref];
      return phase && [`${phase} of `, { guid }];
    }
    case 'delay': {
      const { member = 0, state } = stretch ?? {};
      return member > 0 && state
        ? ['the time that ', { guid }, ' waits after ', { guid: member }, ` ${state}`]
        : undefined;
    }
    case 'worker':
      return ['the line for a worker: more workers'];
    case 'polling':
      // The checks of a deployment group and the looks of the script come as often as they come.
      return guid !== SCRIPT_GUID && stretch?.state ? ['the time to the next poll: the reschedule delay'] : undefined;
    case 'sleep':
      return stretch && [`the script's sleep in step ${stretch.ref + 1}`];
    case 'condition':
    case 'lock':
    case 'intervention':
    case 'other':
      return undefined;
  }
}
