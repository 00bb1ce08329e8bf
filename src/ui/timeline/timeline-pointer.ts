// The mouse and touch on the timeline, told as what they mean.
import type { Micros } from '../../model/units.ts';

/** What lies at a place of the picture. */
export interface Place {
  readonly zone: 'label' | 'heading' | 'axis' | 'lane' | 'handle' | 'beyond';
  /** -1: none. */
  readonly row: number;
  readonly time: Micros;
}

export interface PointerTarget {
  placeAt(x: number, y: number): Place;
  zoom(factor: number, x: number): void;
  pan(px: number): void;
  scaleRows(factor: number, y: number): void;
  seek(time: Micros): void;
  select(row: number, additive: boolean): void;
  fold(row: number): void;
  focus(row: number): void;
  /** A lane is taken by its name, and carried to a height of the picture; then put down there, or not. */
  take(row: number): void;
  carry(y: number): void;
  putDown(there: boolean): void;
  /** The pointer rests there, with no button pressed; nowhere, when it has left. */
  hover(x?: number, y?: number): void;
  /** A stretch of time being marked in the lanes; `done` when the button is let go. */
  range(from: Micros, to: Micros, done: boolean): void;
}

/** Lanes, and groups, are taken by their names. */
const isName = ({ zone }: Place) => zone === 'label' || zone === 'heading';

/** A press that moves less than this is a click. */
const SLOP = 4;
const CURSORS: Readonly<Record<Place['zone'], string>> = {
  label: 'default',
  heading: 'pointer',
  axis: 'grab',
  lane: 'default',
  handle: 'ew-resize',
  beyond: 'default',
};

/** Listens on the canvas until the function it returns is called. */
export function listenToPointer(canvas: HTMLCanvasElement, target: PointerTarget): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const pressed = new Map<number, { x: number; y: number }>();
  let press: { place: Place; x: number; y: number; moved: boolean; pan: boolean } | undefined;

  const local = (event: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button > 1) return;
      const at = local(event);
      canvas.focus({ preventScroll: true });
      canvas.setPointerCapture(event.pointerId);
      pressed.set(event.pointerId, at);
      const place = target.placeAt(at.x, at.y);
      press =
        pressed.size > 1
          ? undefined
          : {
              place,
              ...at,
              moved: false,
              pan: event.button === 1 || place.zone === 'axis' || event.pointerType === 'touch',
            };
      if (event.button === 1) event.preventDefault();
      target.hover();
    },
    { signal },
  );

  canvas.addEventListener(
    'pointermove',
    (event) => {
      const at = local(event);
      const before = pressed.get(event.pointerId);
      if (!before) {
        canvas.style.cursor = CURSORS[target.placeAt(at.x, at.y).zone];
        target.hover(at.x, at.y);
        return;
      }
      if (pressed.size === 2) {
        pinch(before, at, [...pressed].find(([id]) => id !== event.pointerId)?.[1]);
      } else if (press) {
        if (!press.moved && Math.hypot(at.x - press.x, at.y - press.y) > SLOP) {
          press.moved = true;
          if (isName(press.place) && !press.pan) target.take(press.place.row);
        }
        if (press.moved) drag(press, before, at);
      }
      pressed.set(event.pointerId, at);
    },
    { signal },
  );

  function pinch(before: { x: number }, at: { x: number }, other: { x: number } | undefined): void {
    if (!other) return;
    const was = Math.max(20, Math.abs(before.x - other.x));
    const is = Math.max(20, Math.abs(at.x - other.x));
    target.zoom(is / was, (at.x + other.x) / 2);
    target.pan((before.x - at.x) / 2);
  }

  function drag(from: NonNullable<typeof press>, before: { x: number }, at: { x: number; y: number }): void {
    if (from.place.zone === 'handle') target.seek(target.placeAt(at.x, at.y).time);
    else if (from.pan) target.pan(before.x - at.x);
    else if (from.place.zone === 'lane') target.range(from.place.time, target.placeAt(at.x, at.y).time, false);
    else if (isName(from.place)) target.carry(at.y);
    if (from.pan || isName(from.place)) canvas.style.cursor = 'grabbing';
  }

  const release = (event: PointerEvent) => {
    pressed.delete(event.pointerId);
    const ended = press;
    press = undefined;
    if (!ended) return;
    const at = local(event);
    if (ended.moved) {
      if (ended.place.zone === 'lane' && !ended.pan) {
        target.range(ended.place.time, target.placeAt(at.x, at.y).time, true);
      } else if (isName(ended.place) && !ended.pan) target.putDown(true);
      canvas.style.cursor = CURSORS[target.placeAt(at.x, at.y).zone];
      return;
    }
    const { zone, row, time } = ended.place;
    if (zone === 'axis' || zone === 'lane') target.seek(time);
    if (zone === 'heading') target.fold(row);
    else if (row >= 0 && (zone === 'lane' || zone === 'label')) {
      target.select(row, event.shiftKey || event.ctrlKey || event.metaKey);
    }
  };
  canvas.addEventListener('pointerup', release, { signal });
  canvas.addEventListener(
    'pointercancel',
    (event) => {
      pressed.delete(event.pointerId);
      press = undefined;
      target.putDown(false);
    },
    { signal },
  );
  canvas.addEventListener('pointerleave', () => target.hover(), { signal });
  canvas.addEventListener(
    'dblclick',
    (event) => {
      const at = local(event);
      const { row, zone } = target.placeAt(at.x, at.y);
      if (row >= 0 && zone !== 'heading') target.focus(row);
    },
    { signal },
  );
  canvas.addEventListener(
    'wheel',
    (event) => {
      const at = local(event);
      const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
      const dx = event.deltaX * unit;
      const dy = event.deltaY * unit;
      if (event.ctrlKey || event.metaKey) target.zoom(Math.exp(-(dy || dx) * (Math.abs(dy) < 20 ? 0.01 : 0.002)), at.x);
      else if (event.altKey) target.scaleRows(Math.exp(-(dy || dx) * 0.002), at.y);
      else if (event.shiftKey) target.pan(dx || dy);
      else if (Math.abs(dx) > Math.abs(dy)) target.pan(dx);
      // Everything else scrolls the rows, as any list does.
      else return;
      event.preventDefault();
      target.hover(at.x, at.y);
    },
    { signal, passive: false },
  );
  return () => stop.abort();
}
