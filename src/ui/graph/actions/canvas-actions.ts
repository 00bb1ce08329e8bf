// What can be done on the canvas, for its keys, its menus and for commands.
import type { CanvasPort } from '../../../app/stores/canvas-port.ts';
import type { CardId } from '../scene/folds.ts';
import type { Guid } from '../../../model/units.ts';
import { frameAround } from '../scene/frame-rects.ts';
import type { WireKind } from '../view/graph-store.ts';
import { keepFocus } from '../keyboard/keep-focus.ts';
import type { Bench } from '../view/gesture.ts';
import type { Gestures } from '../pointer/gestures.ts';
import { placeCopy } from '../placing/place-copy.ts';
import { isSeenWhole } from '../placing/sight.ts';
import { surroundingsOf } from '../placing/surroundings.ts';
import { selectionOf } from '../scene/edge-models.ts';
import { boundsOf, centreOf, contains, grow, type Point } from '../scene/geometry.ts';
import { sightBounds } from '../edges/sight-bounds.ts';
import { READABLE_ZOOM } from '../view/viewport.ts';

const FLASH_MS = 950;
/** What is looked for is shown at least this large. */
const REVEAL_ZOOM = 0.8;
const ZOOM_STEP = 1.25;

export interface CanvasActions {
  readonly port: CanvasPort;
  /** Brings a card into sight and gives it the focus. */
  readonly goTo: (card: CardId) => void;
  /** Draws on from a card: the wire follows the pointer, or the focus. */
  readonly beginWire: (kind: WireKind, from: CardId) => void;
  /** Selects an edge, by the id of its model, unless it is selected already. */
  readonly selectEdge: (id: string) => void;
  /** Asks for a type to add there. */
  readonly addAt: (point: Point) => void;
  readonly destroy: () => void;
}

export function createCanvasActions(bench: Bench, gestures: Gestures): CanvasActions {
  const { root, viewport, graph, scene } = bench;

  function pointer(): Point | undefined {
    const at = gestures.pointer();
    return at && viewport.toCanvas(at);
  }

  function boundsAround(guids: ReadonlySet<Guid>) {
    const { folds, boxes } = scene();
    return boundsOf([...guids].flatMap((guid) => boxes.get(folds.cardOf(guid)) ?? []));
  }
  /** The frames of the groups that are among some resources. */
  function framesOf(guids: ReadonlySet<Guid>) {
    const { experiment, boxes } = scene();
    return experiment.groups.flatMap((group) =>
      !group.collapsed && group.guids.every((guid) => guids.has(guid))
        ? (frameAround(group.guids, (guid) => boxes.get(guid)) ?? [])
        : [],
    );
  }
  /** At once if the card is there; else it is mounted first, and whoever takes the focus meanwhile keeps it. */
  function focusCard(card: CardId) {
    const selector = `.react-flow__node[data-id="${card}"], [data-name="${card}"]`;
    const find = () => root.querySelector<HTMLElement>(selector);
    const there = find();
    if (there) return there.focus({ preventScroll: true });
    const before = document.activeElement;
    graph.getState().set({ focused: card });
    requestAnimationFrame(() => {
      const active = document.activeElement;
      const isFree = active === document.body || (active === before && !active?.closest('[role="dialog"]'));
      if (isFree) find()?.focus({ preventScroll: true });
      else if (!root.contains(active)) graph.getState().set({ focused: undefined });
    });
  }
  const allInSight = () => sightBounds(scene(), bench.studio.view.getState().reading);
  function fitView() {
    const bounds = allInSight();
    if (bounds) viewport.fit(bounds);
  }
  const surroundings = () => surroundingsOf(bench);
  const focus = keepFocus(bench, focusCard);

  return {
    port: {
      fitView,
      keepInSight(guids) {
        // What was just added has no card yet.
        requestAnimationFrame(() => {
          const bounds = boundsOf([boundsAround(guids), ...framesOf(guids)].filter((area) => area !== undefined));
          if (bounds && !isSeenWhole(surroundings(), bounds)) fitView();
        });
      },
      surroundings,
      placeCopy: (content, where) =>
        placeCopy(scene(), surroundings(), content, { ...where, snap: bench.studio.view.getState().snap }),
      focus(guids) {
        const chosen = boundsAround(guids);
        const next = chosen && !viewport.isFitted(chosen) ? chosen : allInSight();
        if (next) viewport.fit(next);
      },
      zoomTo: viewport.zoomTo,
      zoomIn: () => viewport.zoomBy(ZOOM_STEP),
      zoomOut: () => viewport.zoomBy(1 / ZOOM_STEP),
      centre: viewport.middle,
      pointer,
      forgetPointer: gestures.forgetPointer,
      reveal(guid) {
        const card = scene().folds.cardOf(guid);
        const box = scene().boxes.get(card);
        if (!box) return;
        const isSeen = viewport.zoom() >= READABLE_ZOOM && isSeenWhole(surroundings(), box);
        if (!isSeen) viewport.centreOn(centreOf(box), Math.max(viewport.zoom(), REVEAL_ZOOM));
        graph.getState().set({ flashing: card });
        setTimeout(() => graph.getState().flashing === card && graph.getState().set({ flashing: undefined }), FLASH_MS);
      },
      takeFocus: focus.take,
    },
    goTo(card) {
      const box = scene().boxes.get(card);
      if (!box) return;
      const inSight = contains(grow(viewport.visible(), -Math.min(box.width, box.height) / 2), centreOf(box));
      if (!inSight) viewport.centreOn(centreOf(box));
      focusCard(card);
    },
    destroy: focus.destroy,
    beginWire: gestures.beginWire,
    selectEdge(id) {
      const model = scene().edges.find((edge) => edge.id === id);
      const { selection } = bench.studio.view.getState();
      if (!model) return;
      const isSelected =
        model.kind === 'connection' ? selection.connections.has(model.key) : selection.conditions.has(model.index);
      if (!isSelected) bench.studio.view.getState().select(selectionOf(model));
    },
    addAt: (point) => graph.getState().set({ popover: { kind: 'add', at: point } }),
  };
}
