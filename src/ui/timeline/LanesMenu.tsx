import { Rows3 } from 'lucide-react';
import type { Guid } from '../../model/units.ts';
import { Button } from '../widgets/Button.tsx';
import { Menu } from '../widgets/Menu.tsx';
import type { MenuEntry } from '../widgets/MenuEntries.tsx';
import { type Arrangement, LANE_ORDERS, type LaneOrder } from './arrange-lanes.ts';
import type { Lane } from '../run/lane.ts';

const ORDER_WORDS: Readonly<Record<LaneOrder, string>> = {
  design: 'In the order of the design',
  start: 'In the order in which they start',
  type: 'By type',
  name: 'By name',
  hand: 'By hand',
};

/** Which lanes are shown, in what order, and which stay on top. */
export function LanesMenu({
  arrangement,
  lanes,
  selection,
  onArrange,
  onSearch,
}: {
  readonly arrangement: Arrangement;
  /** All there are. */
  readonly lanes: readonly Lane[];
  readonly selection: ReadonlySet<Guid>;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly onSearch: () => void;
}) {
  const { order, pinned, only, grouped, folded } = arrangement;
  const groups = new Set(lanes.flatMap(({ group }) => (group ? [group.key] : [])));
  const entries = (): readonly MenuEntry[] => [
    { title: 'Find…', keys: '/', run: onSearch },
    'separator',
    ...LANE_ORDERS.map((candidate) => ({
      title: ORDER_WORDS[candidate],
      checked: order === candidate,
      run: () => onArrange({ ...arrangement, order: candidate }),
    })),
    'separator',
    {
      title: 'By group',
      checked: grouped,
      disabled: groups.size === 0,
      run: () => onArrange({ ...arrangement, grouped: !grouped }),
    },
    {
      title: 'Fold all groups',
      disabled: groups.size === 0 || (grouped && [...groups].every((key) => folded.has(key))),
      run: () => onArrange({ ...arrangement, grouped: true, folded: groups }),
    },
    {
      title: 'Unfold all groups',
      disabled: !grouped || folded.size === 0,
      run: () => onArrange({ ...arrangement, folded: new Set() }),
    },
    'separator',
    { title: 'All resources', checked: only === undefined, run: () => onArrange({ ...arrangement, only: undefined }) },
    {
      title: 'Only the selected ones',
      checked: only !== undefined && only !== 'failed',
      disabled: selection.size === 0,
      run: () => onArrange({ ...arrangement, only: new Set(selection) }),
    },
    {
      title: 'Only those that failed',
      checked: only === 'failed',
      run: () => onArrange({ ...arrangement, only: 'failed' }),
    },
    'separator',
    {
      title: 'Pin the selected ones on top',
      keys: 'P',
      disabled: selection.size === 0,
      run: () => onArrange(togglePins(arrangement, selection)),
    },
    {
      title: 'Unpin all',
      disabled: pinned.size === 0,
      run: () => onArrange({ ...arrangement, pinned: new Set() }),
    },
  ];
  return (
    <Menu
      side="top"
      trigger={
        <Button variant="quiet" icon={<Rows3 aria-hidden />} aria-label="Lanes: order, filter, pins" title="Lanes" />
      }
      entries={entries}
    />
  );
}

/** Pins what is selected; unpins it when all of it is pinned already. */
export function togglePins(arrangement: Arrangement, selection: ReadonlySet<Guid>): Arrangement {
  const pinned = new Set(arrangement.pinned);
  const all = [...selection].every((guid) => pinned.has(guid));
  for (const guid of selection) {
    if (all) pinned.delete(guid);
    else pinned.add(guid);
  }
  return { ...arrangement, pinned };
}

/** Folds groups; unfolds them when all of them are folded. */
export function toggleFolds(arrangement: Arrangement, groups: readonly Guid[]): Arrangement {
  const folded = new Set(arrangement.folded);
  const all = groups.every((key) => folded.has(key));
  for (const key of groups) {
    if (all) folded.delete(key);
    else folded.add(key);
  }
  return { ...arrangement, folded };
}
