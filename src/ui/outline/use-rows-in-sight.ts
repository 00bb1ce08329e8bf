import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn beyond the edges, so that a quick scroll shows no gaps. */
const SPARE = 10;

/** Which rows of a long list are in sight, all rows being of one height. `last` is beyond the last one. */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { readonly first: number; readonly last: number } {
  const [sight, setSight] = useState({ top: 0, height: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setSight({ top: element.scrollTop, height: element.clientHeight });
    element.addEventListener('scroll', look, { passive: true });
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      watcher.disconnect();
    };
  }, [scroller]);
  const first = Math.max(0, Math.floor(sight.top / rowHeight) - SPARE);
  return { first, last: Math.min(count, Math.ceil((sight.top + sight.height) / rowHeight) + SPARE) };
}

/** Scrolls just as far as it takes to see a row. */
export function scrollToRow(scroller: HTMLElement | null, row: number, rowHeight: number): void {
  if (!scroller) return;
  const top = row * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + rowHeight > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = top + rowHeight - scroller.clientHeight;
}
