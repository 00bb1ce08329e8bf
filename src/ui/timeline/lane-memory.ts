// How the lanes of an experiment were arranged, from one visit to the next. It is how the experiment is looked at, so it
// is kept by the browser and not in the file.
import type { Guid } from '../../model/units.ts';
import { type Arrangement, AS_DESIGNED, LANE_ORDERS } from './arrange-lanes.ts';

const KEY = 'nepi-studio.lanes';
/** Experiments beyond so many are forgotten, the one left alone for longest first. */
const MOST = 40;

type Kept = readonly (readonly [experiment: string, lanes: unknown])[];

/** What was remembered for an experiment, by its name; whatever makes no sense is left out. */
export function recallArrangement(storage: Pick<Storage, 'getItem'>, experiment: string): Arrangement {
  const lanes = read(storage).find(([name]) => name === experiment)?.[1];
  if (typeof lanes !== 'object' || lanes === null) return AS_DESIGNED;
  const { order, hand, grouped, folded, pinned } = lanes as Record<string, unknown>;
  return {
    order: LANE_ORDERS.find((known) => known === order) ?? AS_DESIGNED.order,
    hand: guidsOf(hand),
    grouped: grouped === true,
    folded: new Set(guidsOf(folded)),
    pinned: new Set(guidsOf(pinned)),
    // What is left out of sight is easily forgotten: each visit begins with all.
    only: undefined,
  };
}

export function rememberArrangement(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  experiment: string,
  { order, hand, grouped, folded, pinned }: Arrangement,
): void {
  const lanes = { order, hand, grouped, folded: [...folded], pinned: [...pinned] };
  const others = read(storage).filter(([name]) => name !== experiment);
  const kept: Kept = [[experiment, lanes] as const, ...others].slice(0, MOST);
  try {
    storage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // No room: the next visit starts with the order of the design.
  }
}

function read(storage: Pick<Storage, 'getItem'>): Kept {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry): entry is Kept[number] => Array.isArray(entry)) : [];
  } catch {
    return [];
  }
}

function guidsOf(value: unknown): Guid[] {
  return Array.isArray(value) ? value.filter((guid): guid is Guid => Number.isInteger(guid) && guid > 0) : [];
}
