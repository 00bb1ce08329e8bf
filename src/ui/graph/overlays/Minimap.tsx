import { useStoreApi } from '@xyflow/react';
import { type PointerEvent, use, useEffect, useRef } from 'react';
import { useView } from '../../context/studio-context.tsx';
import { watchTheme } from '../../theme/watch-theme.ts';
import { contains, grow, type Rect } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import type { Viewport } from '../view/viewport.ts';
import { ViewportContext } from '../view/viewport-context.ts';
import { drawMinimap } from './draw-minimap.ts';
import { MINIMAP, minimapScale } from './minimap-scale.ts';
import styles from './overlays.module.css';

/** All cards in small, and what of them is on screen; drag in it to go there. Shown while not all is in sight. */
export function Minimap({ scene }: { readonly scene: Scene }) {
  const map = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  const viewport = use(ViewportContext);
  const selected = useView((state) => state.selection.guids);
  const { bounds } = scene;

  useEffect(() => {
    const draw = () => canvas.current && drawMinimap(canvas.current, scene, selected);
    const waiting = requestAnimationFrame(draw);
    const stop = watchTheme(draw);
    return () => {
      cancelAnimationFrame(waiting);
      stop();
    };
  }, [scene, selected]);

  useEffect(() => {
    if (!viewport || !bounds) return undefined;
    const follow = () =>
      map.current && frame.current && showFrame(map.current, frame.current, bounds, viewport.visible());
    follow();
    return store.subscribe(
      (now, before) => (now.transform !== before.transform || now.width !== before.width) && follow(),
    );
  }, [bounds, viewport, store]);

  if (!bounds) return null;
  return (
    // Zooming, the arrow keys and the outline lead everywhere, too.
    <div
      ref={map}
      hidden
      className={styles.minimap}
      style={MINIMAP}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event, bounds, viewport);
      }}
      onPointerMove={(event) => event.buttons === 1 && goTo(event, bounds, viewport)}
    >
      <canvas ref={canvas} style={MINIMAP} />
      <div ref={frame} className={styles.sight} />
    </div>
  );
}

/** Puts the frame around what is on screen; where all is, there is no need for a map. */
function showFrame(map: HTMLElement, frame: HTMLElement, bounds: Rect, visible: Rect): void {
  const sight = grow(visible, 1);
  const corner = { x: bounds.x + bounds.width, y: bounds.y + bounds.height };
  const hidden = contains(sight, bounds) && contains(sight, corner);
  if (map.hidden !== hidden) map.hidden = hidden;
  if (hidden) return;
  const { factor, toMap } = minimapScale(bounds);
  const { x, y } = toMap(visible);
  frame.style.transform = `translate(${x}px, ${y}px)`;
  frame.style.width = `${visible.width * factor}px`;
  frame.style.height = `${visible.height * factor}px`;
}

function goTo(event: PointerEvent<HTMLElement>, bounds: Rect, viewport: Viewport | undefined) {
  const { left, top, width } = event.currentTarget.getBoundingClientRect();
  // It is smaller where there is little room.
  const scale = MINIMAP.width / width;
  const place = { x: (event.clientX - left) * scale, y: (event.clientY - top) * scale };
  viewport?.jumpTo(minimapScale(bounds).toCanvas(place));
}
