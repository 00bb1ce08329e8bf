// The picture of all cards while they are too small to read. Two canvases: below, what changes only with the view, the
// experiment and the run; above, what follows the pointer. Between full drawings only what changed is painted again.
import type { Reading } from '../../../app/stores/view-store.ts';
import type { Studio } from '../../../app/stores/studio.ts';
import { resourceLabel, resourcesByGuid } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import type { RunRecord } from '../../../record/run-record.ts';
import { watchTheme } from '../../theme/watch-theme.ts';
import type { GraphStore } from '../view/graph-store.ts';
import { type CardId, groupPlace, isGroupCard } from '../scene/folds.ts';
import { type GateLine, shapeGates } from '../edges/shape-gates.ts';
import { statesOfGroup } from './group-states.ts';
import { endsOf } from '../scene/edge-models.ts';
import { gatesBetweenCards } from '../scene/gate-pairs.ts';
import { type Point, type Rect, grow } from '../scene/geometry.ts';
import { groundOf, type Scene } from '../scene/scene.ts';
import { createCardStates } from './card-states.ts';
import { drawCard, type DrawnCard, outlineCard, type View } from './draw-cards.ts';
import { drawGates } from './draw-gates.ts';
import { drawSegments } from './draw-segments.ts';
import { readOverviewTheme } from './overview-theme.ts';
import { gatesIn, segmentsIn } from './scene-segments.ts';
import { type Segments, segmentsOf } from './segments.ts';

export interface OverviewParts {
  readonly lower: HTMLCanvasElement;
  readonly upper: HTMLCanvasElement;
  readonly studio: Studio;
  readonly graph: GraphStore;
  /** Where the picture stands and how large it is, in CSS pixels. */
  readonly look: () => View & { readonly width: number; readonly height: number };
  readonly onLook: (heard: () => void) => () => void;
}

export interface OverviewView {
  /** Shows another scene, or other edges of it. */
  readonly show: (scene: Scene, reading: Reading) => void;
  readonly destroy: () => void;
}

const LABEL_PX = 7;
/** For how long the page is left to the other views of a run that appears, ms. */
const OTHERS_FIRST = 250;

export function createOverviewView(parts: OverviewParts): OverviewView {
  const { lower, upper, studio, graph, look, onLook } = parts;
  const below = lower.getContext('2d', { alpha: true })!;
  const above = upper.getContext('2d', { alpha: true })!;
  const states = createCardStates();
  let theme = readOverviewTheme(lower);
  let shown:
    | {
        readonly scene: Scene;
        readonly reading: Reading;
        readonly segments: Segments;
        readonly gates: readonly GateLine[];
      }
    | undefined;
  /** The cards being dragged, by which the lower picture was drawn: it is drawn again when they are others. */
  let movedKey = '';
  let frame = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let followed: RunRecord | undefined;
  let wholeAgain = true;
  let upperAgain = true;
  let repaint: Guid[] = [];

  /** What has to be drawn again: all of both pictures, the upper one, or the cards below whose states are others. */
  function later(what: 'all' | 'upper' | 'states') {
    wholeAgain ||= what === 'all';
    upperAgain ||= what !== 'states';
    frame ||= requestAnimationFrame(draw);
  }

  /** All of it, but not in the frame in which the run's other views are drawn: together they would hold up the page. */
  function nextFrame() {
    wholeAgain = upperAgain = true;
    frame ||= requestAnimationFrame(() => (frame = requestAnimationFrame(draw)));
  }

  /** All of it, when the run's other views have had the time to appear. */
  function afterOthers() {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      later('all');
    }, OTHERS_FIRST);
  }

  function draw() {
    frame = 0;
    if (!shown) return;
    const view = look();
    const visible = visibleOf(view);
    const { dragging } = studio.view.getState();
    const moved = dragging && new Set([...dragging.keys()].map(shown.scene.folds.cardOf));
    const key = moved ? [...moved].join(' ') : '';
    if (key !== movedKey) {
      movedKey = key;
      wholeAgain = true;
    }
    if (wholeAgain) drawLower(view, visible, moved);
    else paintAgain(view, moved);
    // The cards that are dragged are drawn above, with their states.
    if (upperAgain || moved) drawUpper(view, visible, dragging, moved);
    wholeAgain = upperAgain = false;
    repaint = [];
  }

  function drawLower(view: ReturnType<typeof look>, visible: Rect, moved: ReadonlySet<CardId> | undefined) {
    const { scene, segments, gates } = shown!;
    resize(lower, below, view);
    const stays = ({ ends }: GateLine) => !ends.some((card) => moved?.has(card));
    drawGates(below, view, moved ? gates.filter(stays) : gates, visible, theme);
    const rows = moved && rowsOf(segments, (card) => !moved.has(card));
    drawSegments(below, view, segments, visible, theme, rows ? { rows } : {});
    for (const [card, box] of scene.boxes) {
      if (moved?.has(card) || !isIn(box, visible)) continue;
      drawCard(below, view, cardOf(card, box), theme);
    }
  }

  function paintAgain(view: View, moved: ReadonlySet<CardId> | undefined) {
    const { boxes, folds } = shown!.scene;
    for (const card of new Set(repaint.map(folds.cardOf))) {
      const box = boxes.get(card);
      if (box && !moved?.has(card)) drawCard(below, view, cardOf(card, box), theme);
    }
  }

  function drawUpper(
    view: ReturnType<typeof look>,
    visible: Rect,
    dragging: ReadonlyMap<Guid, Point> | undefined,
    moved: ReadonlySet<CardId> | undefined,
  ) {
    const { scene, segments, reading, gates } = shown!;
    const { selection, highlight } = studio.view.getState();
    const { hoveredEdge, hoveredCard, focused, flashing, wire } = graph.getState();
    const selectedEdges = selection.connections.size + selection.conditions.size;
    const marked = [hoveredEdge, hoveredCard, focused, flashing, wire, moved].some((mark) => mark !== undefined);
    const nothing = !marked && selectedEdges + highlight.size + selection.guids.size === 0;
    // A canvas that shows is copied to the screen in every frame in which the one below changes, empty or not.
    if (upper.hidden !== nothing) upper.hidden = nothing;
    if (nothing) return;
    resize(upper, above, view);
    const ground = groundOf(scene, dragging);
    if (moved) {
      const followed = gates.flatMap(({ ends }) => (ends.some((card) => moved.has(card)) ? [ends] : []));
      drawGates(above, view, shapeGates(followed, { boxOf: ground.boxOf }, []), visible, theme);
      const touched = scene.edges.filter((edge) => endsOf(edge).some((card) => moved.has(card)));
      drawSegments(above, view, segmentsOf(touched, reading, ground), visible, theme);
      for (const card of moved) {
        const box = ground.boxOf(card);
        if (box) drawCard(above, view, cardOf(card, box), theme);
      }
    }
    if (selectedEdges > 0 || hoveredEdge !== undefined) {
      const isSelected = (row: number) => {
        const edge = segments.models[segments.model[row]!]!;
        return edge.kind === 'connection' ? selection.connections.has(edge.key) : selection.conditions.has(edge.index);
      };
      const rows = [...Array(segments.count).keys()];
      drawSegments(above, view, segments, visible, theme, {
        rows: rows.filter((row) => segments.models[segments.model[row]!]!.id === hoveredEdge),
        colour: theme.hover,
        width: 2.5,
      });
      drawSegments(above, view, segments, visible, theme, {
        rows: rows.filter(isSelected),
        colour: theme.selection,
        width: 2.5,
      });
    }
    const outline = (guid: Guid | undefined, colour: string, width: number, gap?: number) => {
      const box = guid === undefined ? undefined : ground.boxOf(guid);
      if (box && isIn(box, visible)) outlineCard(above, view, box, colour, width, gap);
    };
    outline(hoveredCard, theme.hover, 1);
    for (const guid of highlight) outline(guid, theme.accent, 2);
    for (const guid of selection.guids) outline(guid, theme.selection, 2);
    outline(focused, theme.focus, 2, 3);
    outline(flashing, theme.accent, 4, 2);
    outline(wire?.target, wire?.problem === undefined ? theme.accent : theme.danger, 3);
  }

  function cardOf(card: CardId, box: Rect): DrawnCard {
    const { experiment, folds } = shown!.scene;
    if (isGroupCard(card)) {
      const members = folds.guidsOf(card).flatMap((guid) => states.of(guid) ?? []);
      const labelWidth = (experiment.groups[groupPlace(card)]?.name.length ?? 0) * LABEL_PX;
      return { box, labelWidth, ...statesOfGroup(members) };
    }
    const resource = resourcesByGuid(experiment.resources).get(card);
    const name = resource ? resourceLabel(resource) : '';
    return { box, state: states.of(card), labelWidth: name.length * LABEL_PX };
  }

  function followRun() {
    const { record, cursor } = studio.run.getState();
    const watched = studio.view.getState().mode === 'simulate' ? record : undefined;
    const isAnother = watched !== followed;
    followed = watched;
    const changed = states.look(watched, cursor);
    if (changed === 'all') (isAnother ? afterOthers : nextFrame)();
    else if (changed.length > 0) {
      repaint = [...repaint, ...changed];
      later('states');
    }
  }

  followRun();
  const endings = [
    studio.run.subscribe(followRun),
    studio.view.subscribe((now, before) => {
      const same =
        now.selection === before.selection && now.dragging === before.dragging && now.highlight === before.highlight;
      if (!same) later('upper');
      if (now.mode !== before.mode) followRun();
    }),
    graph.subscribe(() => later('upper')),
    onLook(() => later('all')),
    watchTheme(() => {
      theme = readOverviewTheme(lower);
      later('all');
    }),
  ];

  return {
    show(scene, reading) {
      if (shown?.scene === scene && shown.reading === reading) return;
      const kept =
        shown && shown.scene.boxes === scene.boxes && shown.scene.edges === scene.edges && shown.reading === reading;
      const segments = kept ? shown!.segments : segmentsIn(scene, reading);
      // As near, and for the same reason: where connections are shown, gates would only follow them.
      const gates = reading === 'conditions' ? gatesIn(scene, gatesBetweenCards(scene, studio.catalog)) : [];
      shown = { scene, reading, segments, gates };
      later('all');
    },
    destroy() {
      cancelAnimationFrame(frame);
      clearTimeout(waiting);
      for (const end of endings) end();
    },
  };
}

/** The rows of edges all of whose ends are as asked. */
function rowsOf({ models, model, count }: Segments, asked: (card: CardId) => boolean): number[] {
  const wanted = models.map((edge) => endsOf(edge).every(asked));
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (wanted[model[row]!]) rows.push(row);
  return rows;
}

function visibleOf({ x, y, zoom, width, height }: View & { readonly width: number; readonly height: number }): Rect {
  return grow({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }, 4 / zoom);
}

function isIn({ x, y, width, height }: Rect, visible: Rect): boolean {
  return (
    x < visible.x + visible.width && x + width > visible.x && y < visible.y + visible.height && y + height > visible.y
  );
}

/** Clears a canvas, and makes it as large as it is shown. */
function resize(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const ratio = devicePixelRatio;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, w, h);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}
