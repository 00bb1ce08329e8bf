import type { Edit } from '../../edit/edit.ts';
import { foldAlike } from '../../edit/fold-alike.ts';
import { freeGroupName, groupMadeOf, groupsOf } from '../../edit/group.ts';
import type { Command } from '../stores/command-registry.ts';
import { foldGroups, seenFolds, seenGroups } from '../editing/seen-groups.ts';
import type { Studio } from '../stores/studio.ts';

export function groupCommands(studio: Studio): readonly Command[] {
  const { document, view, notices, canvas } = studio;
  const experiment = () => document.getState().experiment;
  const apply = (edit: Edit) => document.getState().apply(edit);
  const selected = () => view.getState().selection.guids;
  const touched = () => groupsOf(experiment(), selected());
  const all = () => experiment().groups.map((_group, place) => place);

  /** What is selected of a group becomes all of it: its frame, or the node that stands for it. */
  function selectGroups(places: readonly number[]) {
    view.getState().select({ guids: new Set(places.flatMap((place) => experiment().groups[place]?.guids ?? [])) });
  }
  const isCollapsed = (place: number) =>
    seenGroups(experiment().groups, seenFolds(view.getState()))[place]?.collapsed ?? false;
  const wouldExpand = () => touched().length > 0 && touched().every(isCollapsed);

  return [
    {
      id: 'arrange.group',
      group: 'Arrange',
      edits: true,
      title: 'Group the selection',
      keys: ['Mod+G'],
      // A group that is selected as a whole is one already.
      enabled: () => selected().size > 1 && groupMadeOf(experiment(), selected()) === undefined,
      run() {
        const name = freeGroupName(experiment().groups, 'Group');
        const guids = experiment().resources.flatMap(({ guid }) => (selected().has(guid) ? [guid] : []));
        // Its frame and its name take more room than its resources did.
        if (apply({ kind: 'group', groups: [{ name, guids }] })) canvas.current?.keepInSight(new Set(guids));
      },
    },
    {
      id: 'arrange.ungroup',
      group: 'Arrange',
      edits: true,
      title: 'Ungroup',
      keys: ['Mod+Shift+G'],
      enabled: () => touched().length > 0,
      run: () => apply({ kind: 'ungroup', groups: touched() }),
    },
    {
      id: 'arrange.collapse',
      group: 'Arrange',
      title: () => (wouldExpand() ? 'Expand group' : 'Collapse group'),
      keys: ['G'],
      enabled: () => touched().length > 0,
      run() {
        const groups = touched();
        foldGroups(studio, groups, !wouldExpand());
        selectGroups(groups);
      },
    },
    {
      id: 'arrange.collapse-all',
      group: 'Arrange',
      title: 'Collapse all groups',
      enabled: () => !all().every(isCollapsed),
      run: () => foldGroups(studio, all(), true),
    },
    {
      id: 'arrange.expand-all',
      group: 'Arrange',
      title: 'Expand all groups',
      enabled: () => all().some(isCollapsed),
      run: () => foldGroups(studio, all(), false),
    },
    {
      id: 'arrange.fold-alike',
      group: 'Arrange',
      edits: true,
      title: 'Fold alike siblings into groups',
      enabled: () => experiment().resources.length > 1,
      run() {
        const edit = foldAlike(experiment());
        if (!edit || edit.kind !== 'group') {
          notices.say('No ungrouped siblings are alike: same type, same neighbours, same conditions.');
          return;
        }
        const folded = edit.groups.reduce((sum, { guids }) => sum + guids.length, 0);
        if (!apply({ kind: 'all', label: `fold ${folded} alike resources`, edits: [edit] })) return;
        const groups = edit.groups.length === 1 ? 'one group' : `${edit.groups.length} groups`;
        notices.say(`${folded} alike resources are folded into ${groups}.`, { kind: 'done' });
      },
    },
  ];
}
