import type { Edit } from '../../edit/edit.ts';
import { foldAlike } from '../../edit/fold-alike.ts';
import { freeGroupName, groupsOf } from '../../edit/group.ts';
import type { Command } from '../commands.ts';
import type { Studio } from '../studio.ts';

export function groupCommands({ document, view, notices }: Studio): readonly Command[] {
  const experiment = () => document.getState().experiment;
  const apply = (edit: Edit) => document.getState().apply(edit);
  const selected = () => view.getState().selection.guids;
  const touched = () => groupsOf(experiment(), selected());
  const all = () => experiment().groups.map((_group, place) => place);

  /** What is selected of a group becomes all of it: its frame, or the node that stands for it. */
  function selectGroups(places: readonly number[]) {
    view.getState().select({ guids: new Set(places.flatMap((place) => experiment().groups[place]?.guids ?? [])) });
  }
  const isCollapsed = (place: number) => experiment().groups[place]?.collapsed ?? false;
  const wouldExpand = () => touched().length > 0 && touched().every(isCollapsed);

  return [
    {
      id: 'arrange.group',
      group: 'Arrange',
      edits: true,
      title: 'Group the selection',
      keys: ['Mod+G'],
      enabled: () => selected().size > 1,
      run() {
        const name = freeGroupName(experiment().groups, 'Group');
        const guids = experiment().resources.flatMap(({ guid }) => (selected().has(guid) ? [guid] : []));
        apply({ kind: 'group', groups: [{ name, guids }] });
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
      edits: true,
      title: () => (wouldExpand() ? 'Expand group' : 'Collapse group'),
      keys: ['G'],
      enabled: () => touched().length > 0,
      run() {
        const groups = touched();
        apply({ kind: 'collapse-groups', groups, collapsed: !wouldExpand() });
        selectGroups(groups);
      },
    },
    {
      id: 'arrange.collapse-all',
      group: 'Arrange',
      edits: true,
      title: 'Collapse all groups',
      enabled: () => !all().every(isCollapsed),
      run: () => apply({ kind: 'collapse-groups', groups: all(), collapsed: true }),
    },
    {
      id: 'arrange.expand-all',
      group: 'Arrange',
      edits: true,
      title: 'Expand all groups',
      enabled: () => all().some(isCollapsed),
      run: () => apply({ kind: 'collapse-groups', groups: all(), collapsed: false }),
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
