// The two pictures of an experiment: what is moved in one leaves the other as it is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasteResources, copyResources } from '../../../src/edit/clipboard.ts';
import { applyEdit } from '../../../src/edit/edit.ts';
import { parseExperiment, printExperiment } from '../../../src/format/json.ts';
import { sameDefinition } from '../../../src/model/definition.ts';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import type { PlaceField } from '../../../src/model/place.ts';
import { moveEdit } from '../../../src/ui/graph/scene/move-edit.ts';
import { createScenes } from '../../../src/ui/graph/scene/scene.ts';
import { resource } from '../../edit/experiments.ts';

const experiment: Experiment = {
  ...createExperiment('pictures'),
  resources: [resource(1, { position: { x: 0, y: 0 } }), resource(2, { position: { x: 300, y: 0 } }), resource(3)],
  connections: [[1, 2]],
};

const GUIDS = [1, 2, 3];
const otherField = (field: PlaceField): PlaceField => (field === 'position' ? 'conditionsPosition' : 'position');

describe('a move in one picture', () => {
  test('leaves the other one as it is, in whatever order they are drawn in', () => {
    const move = fc.record({
      field: fc.constantFrom<PlaceField>('position', 'conditionsPosition'),
      guid: fc.constantFrom(...GUIDS),
      to: fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const scenes = createScenes();
        let now = experiment;
        /** The conditions' picture is the other one until something is moved in it. */
        let apart = false;
        for (const { field, guid, to } of moves) {
          const before = new Map(scenes(now, otherField(field)).boxes);
          now = applyEdit(now, moveEdit(scenes(now, field), new Map([[guid, to]])));
          expect(scenes(now, field).boxes.get(guid)).toMatchObject(to);
          apart ||= field === 'conditionsPosition';
          if (apart) expect(new Map(scenes(now, otherField(field)).boxes)).toEqual(before);
          expect(sameDefinition(now, experiment)).toBe(true);
        }
      }),
    );
  });

  test('of the conditions alone keeps its places in the file, and nowhere else', () => {
    const scene = createScenes()(experiment, 'conditionsPosition');
    const moved = applyEdit(experiment, moveEdit(scene, new Map([[1, { x: 40, y: 80 }]])));
    expect(moved.resources.map(({ position }) => position)).toEqual([{ x: 0, y: 0 }, { x: 300, y: 0 }, undefined]);
    expect(moved.resources.every(({ conditionsPosition }) => conditionsPosition)).toBe(true);
    const read = parseExperiment(printExperiment(moved));
    expect(read.ok && read.experiment.resources).toEqual(moved.resources);
  });
});

test('without places of its own, the picture of the conditions is the other one', () => {
  const scenes = createScenes();
  const topology = new Map(scenes(experiment, 'position').boxes);
  expect(new Map(scenes(experiment, 'conditionsPosition').boxes)).toEqual(topology);
});

test('a copy stands a little off its original in both pictures; pasted at a point, there in both', () => {
  const both = {
    ...experiment,
    resources: [resource(1, { position: { x: 0, y: 0 }, conditionsPosition: { x: 500, y: 100 } })],
  };
  const content = copyResources(both, new Set([1]));
  const added = (options: Parameters<typeof pasteResources>[2]) => {
    const { edit } = pasteResources(both, content, options);
    return applyEdit(both, edit).resources.at(-1);
  };
  expect(added({})).toMatchObject({ position: { x: 20, y: 20 }, conditionsPosition: { x: 520, y: 120 } });
  const at = { x: 70, y: 90 };
  expect(added({ at })).toMatchObject({ position: at, conditionsPosition: at });
});
