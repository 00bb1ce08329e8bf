import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/app/stores/view-store.ts';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { parseExperiment } from '../../../src/format/json.ts';
import { labelBox } from '../../../src/ui/graph/edges/label-place.ts';
import { labelSize } from '../../../src/ui/graph/edges/label-size.ts';
import { roomForLarger } from '../../../src/ui/graph/edges/larger-labels.ts';
import { textsIn } from '../../../src/ui/graph/edges/edge-words.ts';
import { shapeEdges } from '../../../src/ui/graph/edges/shape-edges.ts';
import { shapeGates } from '../../../src/ui/graph/edges/shape-gates.ts';
import { allBounds, framesOf, headsOf } from '../../../src/ui/graph/scene/frame-rects.ts';
import { LARGER } from '../../../src/ui/graph/scene/nearness.ts';
import { endsOf } from '../../../src/ui/graph/scene/edge-models.ts';
import { gatesBetweenCards } from '../../../src/ui/graph/scene/gate-pairs.ts';
import { grow, overlaps, type Rect } from '../../../src/ui/graph/scene/geometry.ts';
import { entersRect, type Path } from '../../../src/ui/graph/scene/path.ts';
import { createScenes, groundOf } from '../../../src/ui/graph/scene/scene.ts';

const FOLDER = 'public/examples';
const files = readdirSync(FOLDER).filter((name) => name !== 'index.json');

function sceneOf(file: string, field: 'position' | 'conditionsPosition') {
  const parsed = parseExperiment(readFileSync(`${FOLDER}/${file}`, 'utf8'));
  if (!parsed.ok) throw new Error(`${file} is no experiment`);
  return createScenes()(parsed.experiment, field);
}

describe.each(files)('%s', (file) => {
  test.each<Reading>(['both', 'connections', 'conditions'])('in the reading %s no line crosses a card', (reading) => {
    const scene = sceneOf(file, reading === 'conditions' ? 'conditionsPosition' : 'position');
    const ground = groundOf(scene, undefined);
    const shown = scene.edges.filter(({ kind }) => reading === 'both' || reading === `${kind}s`);
    const edges = shapeEdges(shown, ground, textsIn(scene));
    const gates = reading === 'conditions' ? shapeGates(gatesBetweenCards(scene, nepiCatalog), ground, edges) : [];
    const crossed = (path: Path, ends: readonly number[]) =>
      [...scene.boxes]
        .filter(([card]) => !ends.includes(card))
        .filter(([, box]) => path.some((to, at) => at > 0 && entersRect(path[at - 1]!, to, grow(box, -0.5))))
        .map(([card]) => `${ends.join(' to ')} crosses ${card}`);
    expect([
      ...edges.flatMap(({ model, paths }) => paths.flatMap((path) => crossed(path, endsOf(model)))),
      ...gates.flatMap(({ ends, path }) => crossed(path, ends)),
    ]).toEqual([]);
  });

  test.each<Reading>(['both', 'conditions'])(
    'in the reading %s no sentence lies on a name, from near or far',
    (reading) => {
      const scene = sceneOf(file, reading === 'conditions' ? 'conditionsPosition' : 'position');
      const ground = groundOf(scene, undefined);
      const shown = scene.edges.filter(({ kind }) => reading === 'both' || reading === `${kind}s`);
      const edges = shapeEdges(shown, ground, textsIn(scene));
      expect(
        edges.filter(({ label }) => label && ground.touches(labelBox(label))).map(({ model }) => model.id),
      ).toEqual([]);
      for (const times of Object.values(LARGER)) {
        const { groups } = scene.experiment;
        const names = [...scene.boxes.values(), ...headsOf(groups, ground.boxOf, times)];
        const touches = (area: Rect) => names.some((name) => overlaps(name, area));
        const places = roomForLarger(edges, times, {
          touches,
          frames: framesOf(groups, ground.boxOf),
          within: allBounds(scene)!,
        });
        const boxes = [...places.values()].map(({ x, y, text }) => {
          const { width, height } = labelSize(text);
          return {
            x: x - (width * times) / 2,
            y: y - (height * times) / 2,
            width: width * times,
            height: height * times,
          };
        });
        expect(boxes.filter(touches)).toEqual([]);
      }
    },
  );
});
