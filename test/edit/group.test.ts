import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyResources, pasteResources } from '../../src/edit/clipboard.ts';
import { parseClipboard, printClipboard } from '../../src/edit/clipboard-text.ts';
import { applyEdit, type Edit } from '../../src/edit/edit.ts';
import { freeGroupName, groupsByGuid } from '../../src/edit/group.ts';
import { parseExperiment, printExperiment } from '../../src/format/json.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import { anyExperiment, clients } from './experiments.ts';

const grouped: Experiment = {
  ...clients,
  groups: [
    { name: 'Paris', guids: [1, 2] },
    { name: 'Rome', guids: [3, 4], collapsed: true },
  ],
};

describe('groups', () => {
  test('a resource that joins a group leaves the one it was in', () => {
    const edit: Edit = { kind: 'group', groups: [{ name: 'Oslo', guids: [2, 3] }] };
    expect(applyEdit(grouped, edit).groups).toEqual([
      { name: 'Paris', guids: [1] },
      { name: 'Rome', guids: [4], collapsed: true },
      { name: 'Oslo', guids: [2, 3] },
    ]);
  });

  test('a group that nobody is left in goes', () => {
    const edit: Edit = { kind: 'group', groups: [{ name: 'Oslo', guids: [1, 2] }] };
    expect(applyEdit(grouped, edit).groups.map(({ name }) => name)).toEqual(['Rome', 'Oslo']);
  });

  test('taking a group apart leaves its resources', () => {
    const after = applyEdit(grouped, { kind: 'ungroup', groups: [0] });
    expect(after.groups).toEqual([grouped.groups[1]]);
    expect(after.resources).toBe(grouped.resources);
  });

  test('a group is renamed; an empty name is no name', () => {
    expect(applyEdit(grouped, { kind: 'rename-group', index: 0, name: 'Nice' }).groups[0]?.name).toBe('Nice');
    expect(applyEdit(grouped, { kind: 'rename-group', index: 0, name: '' })).toBe(grouped);
    expect(applyEdit(grouped, { kind: 'rename-group', index: 0, name: 'Paris' })).toBe(grouped);
    expect(applyEdit(grouped, { kind: 'rename-group', index: 7, name: 'Nice' })).toBe(grouped);
  });

  test('groups collapse and expand; to what they are already changes nothing', () => {
    const both = applyEdit(grouped, { kind: 'collapse-groups', groups: [0, 1], collapsed: true });
    expect(both.groups.map(({ collapsed }) => collapsed)).toEqual([true, true]);
    expect(both.groups[1]).toBe(grouped.groups[1]);
    expect(applyEdit(both, { kind: 'collapse-groups', groups: [1], collapsed: true })).toBe(both);
    expect(applyEdit(both, { kind: 'collapse-groups', groups: [1], collapsed: false }).groups[1]).toEqual({
      name: 'Rome',
      guids: [3, 4],
    });
  });

  test('deleting resources takes them out of groups, and the last one takes the group along', () => {
    const after = applyEdit(grouped, { kind: 'remove', guids: [1, 2, 3] });
    expect(after.groups).toEqual([{ name: 'Rome', guids: [4], collapsed: true }]);
  });

  test('other edits leave them identical', () => {
    const after = applyEdit(grouped, { kind: 'remove', connections: [[1, 2]] });
    expect(after.groups).toBe(grouped.groups);
    expect(applyEdit(grouped, { kind: 'set-label', guid: 1, label: 'x' }).groups).toBe(grouped.groups);
  });

  test('where each resource belongs', () => {
    expect([...groupsByGuid(grouped)]).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 1],
    ]);
  });

  test('a free name counts on', () => {
    expect(freeGroupName([], 'Group')).toBe('Group');
    expect(freeGroupName(grouped.groups, 'Paris')).toBe('Paris 2');
    expect(freeGroupName([{ name: 'Paris 2' }], 'Paris 2')).toBe('Paris 3');
  });
});

describe('the clipboard', () => {
  test('carries groups that were copied whole', () => {
    const content = copyResources(grouped, new Set([1, 3, 4]));
    expect(content.groups).toEqual([grouped.groups[1]]);
    const read = parseClipboard(printClipboard(content));
    if (!read?.ok) throw new Error(read?.problem);
    const after = applyEdit(grouped, pasteResources(grouped, read.content).edit);
    expect(after.groups.slice(2)).toEqual([{ name: 'Rome 2', guids: [6, 7], collapsed: true }]);
  });

  test('a text that puts a resource into two groups puts it into one', () => {
    const content = {
      ...copyResources(grouped, new Set([3])),
      groups: [
        { name: 'a', guids: [3, 3, 9] },
        { name: 'b', guids: [3] },
      ],
    };
    expect(applyEdit(grouped, pasteResources(grouped, content).edit).groups.slice(2)).toEqual([
      { name: 'a', guids: [5] },
    ]);
  });

  test('a text from before there were groups is read', () => {
    const { groups: _none, ...old } = copyResources(clients, new Set([1]));
    expect(parseClipboard(printClipboard(old as never))).toMatchObject({ ok: true, content: { groups: [] } });
  });
});

test('whatever is done to groups, the file can be read again', () => {
  const guids = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 });
  const places = fc.array(fc.nat(3), { maxLength: 3 });
  const name = fc.string({ minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      anyExperiment,
      fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('group' as const), name, guids }),
          fc.record({ kind: fc.constant('ungroup' as const), groups: places }),
          fc.record({ kind: fc.constant('rename-group' as const), index: fc.nat(3), name }),
          fc.record({ kind: fc.constant('collapse-groups' as const), groups: places, collapsed: fc.boolean() }),
          fc.record({ kind: fc.constant('remove' as const), guids }),
        ),
        { maxLength: 12 },
      ),
      (start, steps) => {
        let experiment = start;
        for (const step of steps) {
          const known = new Set(experiment.resources.map(({ guid }) => guid));
          const edit: Edit =
            step.kind === 'group'
              ? { kind: 'group', groups: [{ name: step.name, guids: step.guids.filter((guid) => known.has(guid)) }] }
              : step;
          experiment = applyEdit(experiment, edit);
        }
        expect(parseExperiment(printExperiment(experiment))).toEqual({ ok: true, experiment });
      },
    ),
  );
});
