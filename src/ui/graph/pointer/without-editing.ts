import type { Bench, Gesture, Pointing } from '../view/gesture.ts';

/** A gesture while the experiment is locked: it still selects, but a drag that would move or draw is refused. */
export function withoutEditing({ studio }: Bench, { hit }: Pointing, gesture: Gesture): Gesture {
  if (hit.kind === 'ground' || hit.kind === 'edge') return gesture;
  let refused = false;
  return {
    pansAtBorder: false,
    move() {
      if (!refused) studio.lock.refuse();
      refused = true;
    },
    drop() {},
    click: (at) => (hit.kind === 'handle' ? undefined : gesture.click(at)),
    cancel() {},
  };
}
