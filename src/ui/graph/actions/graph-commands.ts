import type { Command } from '../../../app/stores/command-registry.ts';
import { type Alignment, alignBoxes, distributeBoxes } from '../../../edit/arrange.ts';
import type { CanvasActions } from './canvas-actions.ts';
import type { CardId } from '../scene/folds.ts';
import { autoLayout } from '../layout/auto-layout.ts';
import type { LayoutKind } from '../layout/elk-graph.ts';
import type { Bench } from '../view/gesture.ts';
import type { Point, Rect } from '../scene/geometry.ts';
import { moveEdit } from '../scene/move-edit.ts';
import { spreadMoves } from '../scene/scene.ts';

const ALIGNMENTS: readonly (readonly [Alignment, string, string])[] = [
  ['left', 'Align left borders', 'Alt+A'],
  ['centre', 'Align centres', 'Alt+H'],
  ['right', 'Align right borders', 'Alt+D'],
  ['top', 'Align tops', 'Alt+W'],
  ['middle', 'Align middles', 'Alt+V'],
  ['bottom', 'Align bottoms', 'Alt+S'],
];
const AXES = [
  ['across', 'Alt+Shift+H'],
  ['down', 'Alt+Shift+V'],
] as const;
const LAYOUTS: readonly (readonly [LayoutKind, string, string])[] = [
  ['layered', 'in layers', 'Alt+L'],
  ['organic', 'by closeness', 'Alt+O'],
  ['radial', 'in rings', 'Alt+R'],
];

/** The commands that need the canvas. */
export function graphCommands(bench: Bench, actions: CanvasActions): readonly Command[] {
  const { studio, graph, scene } = bench;
  const selected = () => [...studio.view.getState().selection.guids];
  const anything = () => {
    const { guids, connections, conditions } = studio.view.getState().selection;
    return guids.size + connections.size + conditions.size > 0;
  };
  const boxes = (): ReadonlyMap<CardId, Rect> =>
    new Map(
      selected().flatMap((guid) => {
        const card = scene().folds.cardOf(guid);
        const box = scene().boxes.get(card);
        return box ? [[card, box] as const] : [];
      }),
    );
  function move(label: string, positions: ReadonlyMap<CardId, Point>): void {
    studio.document
      .getState()
      .apply({ kind: 'all', label, edits: [moveEdit(scene(), spreadMoves(scene(), positions))] });
  }
  const start = () => graph.getState().focused ?? selected()[0];

  return [
    {
      id: 'edit.connect',
      group: 'Edit',
      edits: true,
      title: 'Connect to…',
      keys: ['C'],
      enabled: () => start() !== undefined,
      run: () => actions.beginWire('connection', start()!),
    },
    {
      id: 'edit.draw-condition',
      group: 'Edit',
      edits: true,
      title: 'Let another one wait for this…',
      keys: ['W'],
      enabled: () => start() !== undefined,
      run: () => actions.beginWire('condition', start()!),
    },
    {
      id: 'edit.select-none',
      group: 'Edit',
      title: 'Select nothing',
      keys: ['Escape'],
      enabled: anything,
      run: () => studio.view.getState().select({}),
    },
    ...ALIGNMENTS.map(
      ([how, title, keys]): Command => ({
        id: `arrange.align-${how}`,
        group: 'Arrange',
        edits: true,
        title,
        keys: [keys],
        enabled: () => selected().length > 1,
        run: () => move('align', alignBoxes(boxes(), how)),
      }),
    ),
    ...AXES.map(
      ([axis, keys]): Command => ({
        id: `arrange.distribute-${axis}`,
        group: 'Arrange',
        edits: true,
        title: `Distribute ${axis}`,
        keys: [keys],
        enabled: () => selected().length > 2,
        run: () => move('distribute', distributeBoxes(boxes(), axis)),
      }),
    ),
    ...LAYOUTS.map(
      ([kind, title, keys]): Command => ({
        id: `arrange.layout-${kind}`,
        group: 'Arrange',
        edits: true,
        title: () => `Lay out ${selected().length > 1 ? 'selection' : 'all'} ${title}`,
        keys: [keys],
        enabled: () => scene().boxes.size > 0,
        run: () => autoLayout(bench, kind),
      }),
    ),
  ];
}
