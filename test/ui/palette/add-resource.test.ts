import { expect, test } from 'vitest';
import { applyEdit } from '../../../src/edit/edit.ts';
import { createExperiment, type Resource } from '../../../src/model/experiment.ts';
import { addResourceEdit } from '../../../src/ui/palette/add-resource.ts';
import { freePlace } from '../../../src/ui/graph/scene/free-place.ts';

const at = (guid: number, x: number, y: number): Resource => ({
  guid,
  rtype: 'linux::Node',
  attributes: {},
  traces: [],
  position: { x, y },
});

test('a free place is taken as wanted', () => {
  expect(freePlace([at(1, 1000, 1000)], { x: 0, y: 0 })).toEqual({ x: 0, y: 0 });
});

test('nothing is put on top of something else', () => {
  const resources: Resource[] = [];
  for (let guid = 1; guid <= 30; guid++) {
    const { x, y } = freePlace(resources, { x: 0, y: 0 });
    resources.push(at(guid, x, y));
  }
  const apart = resources.flatMap((a) =>
    resources
      .filter((b) => b !== a)
      .map((b) =>
        Math.max(Math.abs(a.position!.x - b.position!.x) / 240, Math.abs(a.position!.y - b.position!.y) / 112),
      ),
  );
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(1);
});

test('the edit adds one resource with the next guid', () => {
  const experiment = { ...createExperiment('e'), resources: [at(7, 0, 0)] };
  const { edit, guid } = addResourceEdit(experiment, 'linux::Ping', { x: 1, y: 2 });
  expect(guid).toBe(8);
  expect(applyEdit(experiment, edit).resources.at(-1)).toEqual({
    guid: 8,
    rtype: 'linux::Ping',
    position: { x: 1, y: 2 },
    attributes: {},
    traces: [],
  });
});
