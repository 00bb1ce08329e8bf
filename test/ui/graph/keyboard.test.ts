import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStudio } from '../../../src/app/stores/studio.ts';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { createNudge } from '../../../src/ui/graph/keyboard/nudge.ts';
import { walk } from '../../../src/ui/graph/keyboard/walk.ts';
import { createScenes } from '../../../src/ui/graph/scene/scene.ts';

const experiment: Experiment = {
  ...createExperiment('test'),
  // 1 - 2 - 3 in a row, 4 below 1 without an edge.
  resources: [
    [0, 0],
    [300, 0],
    [600, 0],
    [0, 200],
  ].map(([x, y], index) => ({
    guid: index + 1,
    rtype: 'linux::Node',
    position: { x: x!, y: y! },
    attributes: {},
    traces: [],
  })),
  connections: [[1, 3]],
  conditions: [{ resources: [3], group: [2], action: 'START', state: 'STARTED' }],
};

describe('walking', () => {
  const scene = createScenes()(experiment);

  test('goes along an edge before it goes to what is nearer', () => {
    expect(walk(scene, 1, 'right')).toBe(3);
  });

  test('goes along a condition, both ways', () => {
    expect(walk(scene, 2, 'right')).toBe(3);
    expect(walk(scene, 3, 'left')).toBe(2);
  });

  test('goes to the nearest card where there is no edge that way', () => {
    expect(walk(scene, 1, 'down')).toBe(4);
  });

  test('stays where there is nothing that way', () => {
    expect(walk(scene, 1, 'up')).toBeUndefined();
  });
});

describe('arrows', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function setUp() {
    const studio = createStudio({ catalog: nepiCatalog, startRun: () => () => {}, experiment });
    const scenes = createScenes();
    const nudge = createNudge(studio, () => scenes(studio.document.getState().experiment));
    const at = (guid: number) =>
      studio.document.getState().experiment.resources.find((one) => one.guid === guid)!.position;
    return { studio, nudge, at, steps: () => studio.document.temporal.getState().pastStates.length };
  }

  test('move what is selected, a burst being one step', () => {
    const { studio, nudge, at, steps } = setUp();
    studio.view.getState().select({ guids: new Set([1, 2]) });
    nudge.press('right', false);
    nudge.press('right', false);
    nudge.press('down', true);
    expect(steps()).toBe(0);
    vi.runAllTimers();
    expect(steps()).toBe(1);
    expect(at(1)).toEqual({ x: 40, y: 100 });
    expect(at(2)).toEqual({ x: 340, y: 100 });
    expect(studio.view.getState().dragging).toBeUndefined();
  });

  test('end their burst when asked to, so that undo finds it', () => {
    const { studio, nudge, at } = setUp();
    studio.view.getState().select({ guids: new Set([1]) });
    nudge.press('left', false);
    nudge.commit();
    expect(at(1)).toEqual({ x: -20, y: 0 });
    studio.document.temporal.getState().undo();
    expect(at(1)).toEqual({ x: 0, y: 0 });
  });

  test('do nothing when nothing is selected', () => {
    const { nudge, steps } = setUp();
    expect(nudge.press('left', false)).toBe(false);
    vi.runAllTimers();
    expect(steps()).toBe(0);
  });
});
