// Turns what the pointer does on the canvas into gestures. Panning and zooming are React Flow's; all else is here, so
// that it is the same whether cards are elements or drawn on one canvas.
import type { Guid } from '../../../model/units.ts';
import type { WireKind } from '../view/graph-store.ts';
import { dragGroup } from './drag-group.ts';
import { groupPlace, isGroupCard } from '../scene/folds.ts';
import type { Point } from '../scene/geometry.ts';
import { withAccelerators } from './accelerators.ts';
import { createBorderPan } from './border-pan.ts';
import { boxSelect } from './box-select.ts';
import { dragCards } from './drag-cards.ts';
import { drawWire, finishWire } from './draw-wire.ts';
import type { Bench, Gesture, Pointing } from '../view/gesture.ts';
import { type Hit, hitOf } from '../view/hit.ts';
import { selectEdge } from './select-edge.ts';
import { withoutEditing } from './without-editing.ts';

/** The pointer may tremble this far, px, and it is a click all the same. */
const TREMBLE = 4;

export interface Gestures {
  /** Breaks off what is going on; says whether there was anything. */
  readonly cancel: () => boolean;
  /** Begins a wire that follows the pointer until the next click, and the focus until Enter. */
  readonly beginWire: (kind: WireKind, from: Guid) => void;
  /** Ends the wire at a card. */
  readonly endWireAt: (guid: Guid) => boolean;
  /** Points the wire at a card: where the keyboard's focus is. */
  readonly pointWireAt: (guid: Guid) => void;
  /** Where the pointer was last, on the page; undefined when it is elsewhere. */
  readonly pointer: () => Point | undefined;
  /** Until it moves again the pointer is nowhere. */
  readonly forgetPointer: () => void;
  readonly destroy: () => void;
}

/**
 * @param drawn finds what is drawn at a place of the experiment, where cards aren't elements.
 * @param isPanning whether a key is held that makes dragging pan.
 */
export function createGestures(
  bench: Bench,
  drawn: (point: Point) => Hit | undefined,
  isPanning: () => boolean,
): Gestures {
  const { root, viewport, graph, studio } = bench;
  /** Under way; `dragged` once it has left its place. A clicked one goes on without a button. */
  let current: { gesture: Gesture; from: Point; dragged: boolean; clicked: boolean } | undefined;
  let last: Point | undefined;
  let lastEvent: PointerEvent | undefined;
  const borderPan = createBorderPan(viewport, () => current && lastEvent && current.gesture.move(pointing(lastEvent)));

  function pointing(event: MouseEvent): Pointing {
    const client = { x: event.clientX, y: event.clientY };
    const point = viewport.toCanvas(client);
    let hit: Hit | undefined;
    return {
      point,
      // Looked for when asked for: most moves don't, and it makes the browser lay the page out.
      get hit() {
        // During a gesture the target of an event is where it began.
        const target = current ? document.elementFromPoint(client.x, client.y) : event.target;
        return (hit ??= hitOf(target, root, () => drawn(point)));
      },
      adding: event.shiftKey || event.ctrlKey || event.metaKey,
      linking: event.shiftKey && !event.ctrlKey && !event.metaKey,
      free: event.altKey,
    };
  }

  function begin(at: Pointing, touch: boolean): Gesture | undefined {
    const { hit, point } = at;
    switch (hit.kind) {
      case 'handle':
        return drawWire(bench, hit.wire, hit.guid, point);
      case 'card':
        return isGroupCard(hit.guid) ? dragGroup(bench, groupPlace(hit.guid), at) : dragCards(bench, hit.guid, at);
      case 'group':
        return dragGroup(bench, hit.place, at);
      case 'edge':
        return selectEdge(bench, hit.id, at);
      case 'ground':
        // A finger on the ground pans: a tap still takes the selection away.
        return touch ? { ...boxSelect(bench, at), move() {}, drop() {}, pansAtBorder: false } : boxSelect(bench, at);
      case 'other':
        return undefined;
    }
  }

  function stop() {
    current = undefined;
    borderPan.stop();
    root.removeAttribute('data-gesture');
  }

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0 || !event.isPrimary || isPanning()) return;
    if (current?.clicked) {
      // The second click of a wire: it ends where the button is let go.
      if (hitOf(event.target, root, () => undefined).kind === 'other') return;
      current = { ...current, from: { x: event.clientX, y: event.clientY } };
      return;
    }
    const at = pointing(event);
    const plain = begin(at, event.pointerType === 'touch');
    if (!plain) return;
    const gesture = studio.lock.isLocked() ? withoutEditing(bench, at, plain) : withAccelerators(bench, at, plain);
    current = { gesture, from: { x: event.clientX, y: event.clientY }, dragged: false, clicked: false };
    lastEvent = event;
  }

  function onPointerMove(event: PointerEvent) {
    const at = { x: event.clientX, y: event.clientY };
    last = isOnCanvas(event) ? at : undefined;
    lastEvent = event;
    // While a button is held the picture is panned, or somebody else's thing dragged.
    if (!current) return event.buttons === 0 ? hover(event) : undefined;
    if (!event.isPrimary) return;
    if (!current.dragged && !current.clicked) {
      if (Math.hypot(event.clientX - current.from.x, event.clientY - current.from.y) < TREMBLE) return;
      current.dragged = true;
      root.dataset['gesture'] = 'drag';
    }
    current.gesture.move(pointing(event));
    if (current.gesture.pansAtBorder && !current.clicked) borderPan.follow(at);
  }

  function onPointerUp(event: PointerEvent) {
    if (!current || !event.isPrimary || event.button !== 0) return;
    const { gesture, dragged, clicked } = current;
    const at = pointing(event);
    if (clicked && at.hit.kind === 'other') return;
    borderPan.stop();
    let next: Gesture | undefined;
    if (dragged) gesture.drop(at);
    else next = gesture.click(at);
    if (next) current = { gesture: next, from: current.from, dragged: false, clicked: true };
    else stop();
  }

  const isOnCanvas = ({ target }: PointerEvent) => target instanceof Node && root.contains(target);

  function hover(event: PointerEvent) {
    const hit: Hit = isOnCanvas(event) && event.pointerType !== 'touch' ? pointing(event).hit : { kind: 'other' };
    const hoveredCard = hit.kind === 'card' || hit.kind === 'handle' ? hit.guid : undefined;
    const hoveredEdge = hit.kind === 'edge' ? hit.id : undefined;
    const state = graph.getState();
    if (state.hoveredCard !== hoveredCard || state.hoveredEdge !== hoveredEdge) {
      state.set({ hoveredCard, hoveredEdge });
    }
  }

  function cancel(): boolean {
    if (!current) return false;
    current.gesture.cancel();
    stop();
    return true;
  }

  /** One finger on a card moves the card, not the picture. */
  function onTouchStart(event: TouchEvent) {
    const touch = event.touches[0];
    if (event.touches.length !== 1 || !touch) return void cancel();
    const point = viewport.toCanvas({ x: touch.clientX, y: touch.clientY });
    const { kind } = hitOf(event.target, root, () => drawn(point));
    if (kind === 'card' || kind === 'handle' || kind === 'group') event.stopPropagation();
  }

  function onDoubleClick(event: MouseEvent) {
    const { hit, point } = pointing(event);
    if (hit.kind === 'ground') {
      if (studio.lock.isLocked()) studio.lock.refuse();
      else graph.getState().set({ popover: { kind: 'add', at: point } });
    } else if (hit.kind === 'card' || hit.kind === 'group' || hit.kind === 'edge')
      studio.commands.run('edit.properties');
  }

  const listening = new AbortController();
  const { signal } = listening;
  root.addEventListener('pointerdown', onPointerDown, { signal, capture: true });
  root.addEventListener('touchstart', onTouchStart, { signal, capture: true });
  root.addEventListener('dblclick', onDoubleClick, { signal });
  root.addEventListener('pointerleave', () => (last = undefined), { signal });
  window.addEventListener('pointermove', onPointerMove, { signal });
  window.addEventListener('pointerup', onPointerUp, { signal });
  window.addEventListener('pointercancel', () => current && !current.clicked && cancel(), { signal });

  function beginWire(kind: WireKind, from: Guid) {
    cancel();
    const { boxes, folds } = bench.scene();
    const box = boxes.get(folds.cardOf(from));
    if (!box) return;
    const start = { x: box.x + box.width, y: box.y + box.height / 2 };
    const at: Pointing = {
      point: start,
      hit: { kind: 'card', guid: from },
      adding: false,
      linking: false,
      free: false,
    };
    const gesture = drawWire(bench, kind, from, start).click(at)!;
    current = { gesture, from: viewport.toPage(start), dragged: false, clicked: true };
  }

  function pointWireAt(guid: Guid) {
    const box = bench.scene().boxes.get(guid);
    if (!current?.clicked || !box) return;
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    current.gesture.move({ point, hit: { kind: 'card', guid }, adding: false, linking: false, free: false });
  }

  return {
    cancel,
    beginWire,
    pointWireAt,
    endWireAt(guid) {
      if (!current?.clicked) return false;
      pointWireAt(guid);
      stop();
      finishWire(bench, false);
      return true;
    },
    pointer: () => last,
    forgetPointer: () => (last = undefined),
    destroy() {
      cancel();
      listening.abort();
    },
  };
}
