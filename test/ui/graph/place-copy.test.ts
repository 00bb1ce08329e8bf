import { describe, expect, test } from 'vitest';
import type { Surroundings } from '../../../src/app/stores/canvas-port.ts';
import { copyResources, pasteResources } from '../../../src/edit/clipboard.ts';
import { applyEdit } from '../../../src/edit/edit.ts';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { frameAround } from '../../../src/ui/graph/scene/frame-rects.ts';
import { addManyEdit } from '../../../src/ui/graph/placing/add-many.ts';
import { type CopyWhere, placeCopy } from '../../../src/ui/graph/placing/place-copy.ts';
import { cardAt } from '../../../src/ui/graph/scene/card-size.ts';
import { overlaps } from '../../../src/ui/graph/scene/geometry.ts';
import { resource } from '../../edit/experiments.ts';

/** Two sites beside each other, and one that belongs to neither. */
const experiment: Experiment = {
  ...createExperiment('e'),
  resources: [
    resource(1, { position: { x: 0, y: 0 } }),
    resource(2, { position: { x: 0, y: 120 } }),
    resource(3, { position: { x: 280, y: 0 } }),
    resource(4, { position: { x: 280, y: 120 } }),
    resource(5, { position: { x: 0, y: 400 }, conditionsPosition: { x: 900, y: 900 } }),
  ],
  groups: [
    { name: 'Paris', guids: [1, 2] },
    { name: 'Lyon', guids: [3, 4] },
  ],
};

const boxOf = ({ resources }: Experiment) => {
  const boxes = new Map(resources.map(({ guid, position }) => [guid, cardAt(position!)]));
  return (guid: number) => boxes.get(guid);
};

const framesOf = (of: Experiment) => of.groups.map(({ guids }) => frameAround(guids, boxOf(of))!);

const around = (of: Experiment): Surroundings => ({
  cards: of.resources.map(({ position }) => ({ position: position! })),
  frames: new Map(framesOf(of).entries()),
  sentences: [],
  sight: { x: -2000, y: -2000, width: 4000, height: 4000 },
  covered: [],
});

function paste(guids: readonly number[], where: CopyWhere = {}): Experiment {
  const content = copyResources(experiment, new Set(guids));
  const place = placeCopy({ experiment, field: 'position' }, around(experiment), content, { ...where, snap: true });
  return applyEdit(experiment, pasteResources(experiment, content, place).edit);
}

const pasted = (after: Experiment) => after.resources.slice(experiment.resources.length);

describe('a copy', () => {
  test('stands beside what it was copied from, and covers nothing', () => {
    const copies = pasted(paste([5]));
    expect(copies.map(({ position }) => position)).toEqual([{ x: 0, y: 520 }]);
  });

  test('of a part of a group stands outside of the frame', () => {
    const after = paste([2]);
    expect(after.groups).toEqual(experiment.groups);
    const card = cardAt(pasted(after)[0]!.position!);
    expect(framesOf(experiment).some((frame) => overlaps(frame, card))).toBe(false);
  });

  test('of a whole group has its frame off all others', () => {
    const after = paste([1, 2]);
    const [paris, lyon, copy] = framesOf(after);
    expect(after.groups).toHaveLength(3);
    expect([paris!, lyon!, cardAt({ x: 0, y: 400 })].some((other) => overlaps(other, copy!))).toBe(false);
  });

  test('is around the point where it is pasted; in the frame of a group it becomes part of that', () => {
    const at = { x: 700, y: 700 };
    expect(pasted(paste([5], { at }))[0]!.position).toEqual({ x: 600, y: 660 });
    const { groups } = paste([5], { at: { x: 100, y: 180 } });
    expect(groups[0]).toEqual({ name: 'Paris', guids: [1, 2, 6] });
    expect(paste([5], { near: { x: 100, y: 180 } }).groups).toEqual(experiment.groups);
  });

  test('stands beside it in the other picture, too', () => {
    expect(pasted(paste([5]))[0]!.conditionsPosition).toEqual({ x: 900, y: 1020 });
  });
});

describe('what is added', () => {
  const add = (x: number, y: number) =>
    applyEdit(
      experiment,
      addManyEdit(
        experiment,
        { rtype: 'linux::Ping', count: 1 },
        { x, y },
        { snap: true, surroundings: around(experiment) },
      ).edit,
    );

  test('in the frame of a group becomes part of it, beside its others', () => {
    const after = add(100, 210);
    expect(after.groups).toEqual([{ name: 'Paris', guids: [1, 2, 6] }, experiment.groups[1]]);
    const card = cardAt(pasted(after)[0]!.position!);
    expect([1, 2, 3, 4, 5].some((guid) => overlaps(card, boxOf(experiment)(guid)!))).toBe(false);
    expect(overlaps(card, framesOf(experiment)[1]!)).toBe(false);
  });

  test('elsewhere stands where it was put, and in no group', () => {
    const after = add(1000, 236);
    expect(after.groups).toEqual(experiment.groups);
    expect(pasted(after)[0]!.position).toEqual({ x: 900, y: 200 });
  });
});
