import { useEffect, useState } from 'react';

/** How far the frame stands off, px. */
const GAP = 3;

/** Where a part of the page is, followed while it unfolds or the window changes; undefined while it isn't there. */
export function useFrameAround(selector: string): DOMRect | undefined {
  const [frame, setFrame] = useState<DOMRect>();
  useEffect(() => {
    let request = 0;
    let last = '';
    const look = () => {
      request = requestAnimationFrame(look);
      const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      const key = `${x} ${y} ${width} ${height}`;
      if (key === last) return;
      last = key;
      setFrame(width > 0 ? new DOMRect(x - GAP, y - GAP, width + 2 * GAP, height + 2 * GAP) : undefined);
    };
    look();
    return () => cancelAnimationFrame(request);
  }, [selector]);
  return frame;
}
