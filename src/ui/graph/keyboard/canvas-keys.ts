// The keys that mean something only on the canvas. What is the same everywhere (Delete, undo, Enter for the properties)
// is a command: app/commands.
import type { Guid } from '../../../model/units.ts';
import type { CardId } from '../scene/folds.ts';
import type { Bench } from '../view/gesture.ts';
import type { Gestures } from '../pointer/gestures.ts';
import { selectionOf } from '../scene/edge-models.ts';
import { createNudge } from './nudge.ts';
import { type Direction, walk } from './walk.ts';
import { ownValue } from '../../../model/own-value.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/** @param goTo brings a card into sight and gives it the focus. */
export function listenToCanvasKeys(bench: Bench, gestures: Gestures, goTo: (guid: Guid) => void): () => void {
  const { root, studio, graph, scene, viewport } = bench;
  const nudge = createNudge(studio, scene);
  const view = studio.view.getState;
  const folds = () => scene().folds;
  /** The ground has the focus because it was clicked: only then Tab adds, or the keyboard could never leave. */
  let clickedGround = false;
  let tabbing = false;

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as Element;
    if (event.defaultPrevented || target.closest('[data-canvas-ui]')) return;
    if (handle(event, target)) event.preventDefault();
  }

  function handle(event: KeyboardEvent, target: Element): boolean {
    const direction = ownValue(ARROWS, event.key);
    if (direction && !event.ctrlKey && !event.metaKey) {
      return event.altKey ? step(direction, event.shiftKey) : nudge.press(direction, event.shiftKey);
    }
    if (event.key === 'Tab' && !event.shiftKey && target === root && clickedGround && !studio.lock.isLocked()) {
      const pointer = gestures.pointer();
      graph.getState().set({ popover: { kind: 'add', at: pointer ? viewport.toCanvas(pointer) : viewport.middle() } });
      return true;
    }
    const { focused } = graph.getState();
    if (event.key === 'Enter' && focused !== undefined) {
      if (gestures.endWireAt(focused)) return true;
      // Beside what was deleted nothing is selected; the command that Enter means is about what is.
      if (!isSelected(focused)) view().select({ guids: new Set(folds().guidsOf(focused)) });
      return false;
    }
    if (event.key === 'Enter' && target.hasAttribute('data-edge')) return studio.commands.run('edit.properties');
    if (event.key === ' ' && event.shiftKey && focused !== undefined) {
      toggleCard(focused);
      return true;
    }
    return false;
  }

  /** Walks on; with Shift what one comes from stays selected. */
  function step(direction: Direction, extending: boolean): boolean {
    const { selection } = view();
    const { folds, boxes } = scene();
    const [last] = [...selection.guids].slice(-1).map(folds.cardOf);
    const from = graph.getState().focused ?? last ?? [...boxes.keys()][0];
    if (from === undefined) return false;
    const isFirst = selection.guids.size === 0 && graph.getState().focused === undefined;
    const to = isFirst ? from : (walk(scene(), from, direction) ?? from);
    if (graph.getState().wire) gestures.pointWireAt(to);
    else view().select({ guids: new Set([...(extending ? selection.guids : []), ...folds.guidsOf(to)]) });
    goTo(to);
    return true;
  }

  function onFocusIn(event: FocusEvent) {
    const target = event.target as Element;
    if (target !== root) clickedGround = false;
    const guid = guidOf(target);
    graph.getState().set({ focused: guid });
    if (!tabbing) return;
    // With the keyboard, what has the focus is what one works on.
    const [edge, group] = [target.getAttribute('data-edge'), target.getAttribute('data-group')];
    if (guid !== undefined && graph.getState().wire) gestures.pointWireAt(guid);
    else if (guid !== undefined && !isSelected(guid)) view().select({ guids: new Set(folds().guidsOf(guid)) });
    else if (edge !== null) selectEdge(edge);
    else if (group !== null) view().select({ guids: new Set(scene().experiment.groups[Number(group)]?.guids) });
  }

  function selectEdge(id: string) {
    const model = scene().edges.find((edge) => edge.id === id);
    if (model) view().select(selectionOf(model));
  }

  const isSelected = (card: CardId) =>
    scene()
      .folds.guidsOf(card)
      .every((guid) => view().selection.guids.has(guid));
  function toggleCard(card: CardId) {
    const { selection } = view();
    const guids = new Set(selection.guids);
    const gone = isSelected(card);
    for (const guid of scene().folds.guidsOf(card)) {
      if (gone) guids.delete(guid);
      else guids.add(guid);
    }
    view().select({ ...selection, guids });
  }

  /** Before anything else hears a key or a click: a burst of arrows ends, so that undo finds its edit made. */
  function beforeAll(event: Event) {
    if (event instanceof KeyboardEvent) {
      tabbing = event.key === 'Tab';
      if (event.key === 'Escape' && gestures.cancel()) event.preventDefault();
      if (!Object.hasOwn(ARROWS, event.key) && !MODIFIERS.has(event.key)) nudge.commit();
    } else {
      tabbing = false;
      nudge.commit();
      const target = event.target;
      clickedGround =
        target instanceof Element && root.contains(target) && target.closest('.react-flow__pane') !== null;
    }
  }

  const listening = new AbortController();
  const { signal } = listening;
  root.addEventListener('keydown', onKeyDown, { signal });
  root.addEventListener('focusin', onFocusIn, { signal });
  root.addEventListener('focusout', () => graph.getState().set({ focused: undefined }), { signal });
  window.addEventListener('keydown', beforeAll, { signal, capture: true });
  window.addEventListener('pointerdown', beforeAll, { signal, capture: true });
  window.addEventListener('blur', nudge.commit, { signal });
  return () => {
    nudge.commit();
    listening.abort();
  };
}

/** The resource whose card, or whose name where cards are drawn, an element is. */
function guidOf(element: Element): Guid | undefined {
  const text = element.classList.contains('react-flow__node')
    ? element.getAttribute('data-id')
    : element.getAttribute('data-name');
  return text === null ? undefined : Number(text);
}
