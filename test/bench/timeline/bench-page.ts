// What both pages of the benchmark (timeline.bench.ts) draw, and what they offer to who measures them.
import type { RunRecord } from '../../../src/record/run-record.ts';
import type { Lane } from '../../../src/ui/run/lane.ts';
import { makeLargeRecord } from '../../support/make-chunk.ts';

export interface TimelinePage {
  /** Draws everything. @returns ms until the frame in which it was on screen. */
  readonly draw: () => Promise<number>;
  /** Moves the picture to later times, by pixels. */
  readonly pan: (px: number) => void;
}

declare global {
  interface Window {
    timelinePage: TimelinePage;
  }
}

const wanted = new URLSearchParams(location.search);

/** Whether all lanes are to be seen at once: `&all`. */
export const allAtOnce = wanted.has('all');

/** A run of so many lanes and segments: `?lanes=1000&segments=10`. */
export function wantedRun(): { readonly lanes: readonly Lane[]; readonly record: RunRecord } {
  const count = Number(wanted.get('lanes'));
  const lanes = Array.from({ length: count }, (_, lane) => ({
    guid: lane + 1,
    label: `resource-${lane + 1}`,
    rtype: 'linux::Application',
  }));
  return { lanes, record: makeLargeRecord(count, Number(wanted.get('segments'))) };
}

/** Ms from now until something is drawn and the frame with it is on its way to the screen. */
export async function untilDrawn(draw: (drawn: () => void) => void): Promise<number> {
  const begin = performance.now();
  await new Promise<void>(draw);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - begin;
}
