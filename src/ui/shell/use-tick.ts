import { useEffect } from 'react';
import { useRun, useStudio } from '../context/studio-context.tsx';

/** While the run plays, moves its cursor on with each frame. */
export function useTick(): void {
  const { run } = useStudio();
  const playing = useRun((state) => state.playing);
  useEffect(() => {
    if (!playing) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function tick(now) {
      // A tab that was out of sight goes on where it was.
      run.getState().tick(Math.min(100, Math.max(0, now - before)));
      before = now;
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, run]);
}
