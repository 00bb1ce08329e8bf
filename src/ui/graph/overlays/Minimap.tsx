import { useStoreApi } from '@xyflow/react';
import { type PointerEvent, use, useEffect, useRef } from 'react';
import { useView } from '../../studio-context.tsx';
import type { Scene } from '../scene/scene.ts';
import { contains, grow, type Rect } from '../scene/geometry.ts';
import { ViewportContext } from '../viewport-context.ts';
import type { Viewport } from '../viewport.ts';
import { drawMinimap } from './draw-minimap.ts';
import { MINIMAP, minimapScale } from './minimap-scale.ts';
import styles from './overlays.module.css';

/** All cards in small, and what of them is on screen; drag in it to go there. Shown while not all is in sight. */
export function Minimap({ scene }: { readonly scene: Scene }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const viewport = use(ViewportContext);
  const [theme, selected] = useView((state) => [state.theme, state.selection.guids]);

  useEffect(() => {
    const element = canvas.current;
    if (!element || !viewport || !scene.bounds) return undefined;
    const { bounds } = scene;
    let frame = 0;
    const draw = () => {
      frame = 0;
      const visible = viewport.visible();
      const hidden = isInSight(bounds, visible);
      if (element.hidden !== hidden) element.hidden = hidden;
      if (!hidden) drawMinimap(element, scene, selected, visible);
    };
    const later = () => (frame ||= requestAnimationFrame(draw));
    later();
    const stop = store.subscribe(later);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [scene, viewport, store, selected, theme]);

  if (!scene.bounds) return null;
  return (
    <canvas
      ref={canvas}
      hidden
      className={styles.minimap}
      style={MINIMAP}
      // Zooming, the arrow keys and the outline lead everywhere, too.
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event, scene.bounds!, viewport);
      }}
      onPointerMove={(event) => event.buttons === 1 && goTo(event, scene.bounds!, viewport)}
    />
  );
}

function isInSight(bounds: Rect, visible: Rect): boolean {
  const sight = grow(visible, 1);
  return contains(sight, bounds) && contains(sight, { x: bounds.x + bounds.width, y: bounds.y + bounds.height });
}

function goTo(event: PointerEvent<HTMLCanvasElement>, bounds: Rect, viewport: Viewport | undefined) {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  viewport?.jumpTo(minimapScale(bounds).toCanvas({ x: event.clientX - left, y: event.clientY - top }));
}
