// Which groups are drawn as one node. In Design that is part of the experiment, and an edit like any other. While a run
// is watched the experiment stays as it is: a group is then opened or closed for the eye alone.
import type { Group } from '../../model/experiment.ts';
import type { Studio } from '../stores/studio.ts';
import type { ViewState } from '../stores/view-store.ts';

const AS_THEY_ARE: ViewState['seenFolds'] = new Map();

/** The groups that are seen otherwise than the experiment says now. */
export const seenFolds = ({ mode, seenFolds: folds }: Pick<ViewState, 'mode' | 'seenFolds'>): ViewState['seenFolds'] =>
  mode === 'simulate' ? folds : AS_THEY_ARE;

/** The groups as they are seen; the same list where that is as the experiment has them. */
export function seenGroups(groups: readonly Group[], folds: ViewState['seenFolds']): readonly Group[] {
  const isOtherwise = (group: Group) => (folds.get(group) ?? group.collapsed ?? false) !== (group.collapsed ?? false);
  if (!groups.some(isOtherwise)) return groups;
  return groups.map((group) => (isOtherwise(group) ? { ...group, collapsed: !(group.collapsed ?? false) } : group));
}

/** Collapses groups to one node each, or expands them; by their places in the list. */
export function foldGroups(
  { document, view }: Pick<Studio, 'document' | 'view'>,
  places: readonly number[],
  collapsed: boolean,
): void {
  const { mode, seenFolds: before } = view.getState();
  if (mode === 'design') {
    document.getState().apply({ kind: 'collapse-groups', groups: places, collapsed });
    return;
  }
  const { groups } = document.getState().experiment;
  view
    .getState()
    .set({ seenFolds: new Map([...before, ...places.map((place) => [groups[place]!, collapsed] as const)]) });
}
