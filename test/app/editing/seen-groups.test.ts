import { expect, test } from 'vitest';
import { groupCommands } from '../../../src/app/commands/group-commands.ts';
import { foldGroups, seenFolds, seenGroups } from '../../../src/app/editing/seen-groups.ts';
import { clients } from '../../edit/experiments.ts';
import { makeStudio } from '../support.ts';

const experiment = {
  ...clients,
  groups: [
    { name: 'Paris', guids: [1, 2], collapsed: true },
    { name: 'Lyon', guids: [3, 4] },
  ],
};

function setUp() {
  const studio = makeStudio(experiment);
  studio.commands.add(groupCommands(studio));
  const collapsed = () =>
    seenGroups(studio.document.getState().experiment.groups, seenFolds(studio.view.getState())).map(
      (group) => group.collapsed ?? false,
    );
  return { studio, collapsed };
}

test('in Design, collapsing is an edit', () => {
  const { studio, collapsed } = setUp();
  foldGroups(studio, [1], true);
  expect(collapsed()).toEqual([true, true]);
  expect(studio.document.getState().experiment.groups[1]!.collapsed).toBe(true);
  studio.document.getState().undo();
  expect(collapsed()).toEqual([true, false]);
});

test('while a run is watched it is for the eye alone, and Design is as it was', () => {
  const { studio, collapsed } = setUp();
  const before = studio.document.getState().experiment;
  studio.view.getState().set({ mode: 'simulate' });
  studio.view.getState().select({ guids: new Set([1, 2]) });
  expect(studio.commands.run('arrange.collapse')).toBe(true);
  expect(collapsed()).toEqual([false, false]);
  studio.commands.run('arrange.collapse-all');
  expect(collapsed()).toEqual([true, true]);
  studio.commands.run('arrange.expand-all');
  expect(collapsed()).toEqual([false, false]);

  expect(studio.document.getState().experiment).toBe(before);
  expect(studio.document.temporal.getState().pastStates).toEqual([]);
  studio.view.getState().set({ mode: 'design' });
  expect(collapsed()).toEqual([true, false]);
  studio.view.getState().set({ mode: 'simulate' });
  expect(collapsed()).toEqual([false, false]);
});

test('what is seen as it is, is the same list', () => {
  const { groups } = experiment;
  expect(seenGroups(groups, new Map())).toBe(groups);
  expect(seenGroups(groups, new Map([[groups[0]!, true]]))).toBe(groups);
});
