import type { Micros } from '../../model/units.ts';
import type { Brush } from './brush.ts';
import { placeMarkLabels } from './place-mark-labels.ts';
import { AXIS_HEIGHT } from './row-layout.ts';
import type { TimeScale } from './time-scale.ts';

/** An instant pointed out on the axis. */
export interface TimelineMark {
  readonly time: Micros;
  readonly kind: 'breakpoint' | 'intervention' | 'divergence';
  /** Stands beside the mark; undefined: only the sign. */
  readonly label?: string;
}

/** The line below the lanes in which the words of marks stand, where there are any. */
const WORDS_HEIGHT = 20;
const PADDING = 5;

/** How much room below the lanes marks need for their words, in CSS pixels. */
export function marksHeight(marks: readonly TimelineMark[]): number {
  return marks.some(({ label }) => label) ? WORDS_HEIGHT : 0;
}

/**
 * A dot for a breakpoint, a flag for what was done to the run, a dashed line where two runs part.
 * @param height of the axis and the lanes; the words stand below.
 */
export function drawMarks(brush: Brush, marks: readonly TimelineMark[], scale: TimeScale, height: number): void {
  const { context, theme } = brush;
  const room = marksHeight(marks);
  if (room > 0) {
    context.fillStyle = theme.surface;
    context.fillRect(0, height, scale.right, room);
    context.fillStyle = theme.border;
    context.fillRect(0, height, scale.right, 1 / brush.ratio);
  }
  const inSight = marks.filter(({ time }) => {
    const x = scale.xOf(time);
    return x >= scale.left - 1 && x <= scale.right + 1;
  });
  for (const mark of inSight) drawSign(brush, mark, scale.xOf(mark.time), height + room);

  const labelled = inSight.flatMap(({ time, kind, label }) =>
    label ? { kind, label, x: scale.xOf(time), width: context.measureText(label).width + 2 * PADDING } : [],
  );
  const places = placeMarkLabels(labelled, scale.left, scale.right);
  for (const [index, { kind, label, width }] of labelled.entries()) {
    const left = places[index];
    // The sign alone, where there is no room for words.
    if (left === undefined) continue;
    context.fillStyle = colorOf(brush, kind);
    context.fillRect(left, height + 2, width, room - 4);
    context.fillStyle = theme.surface;
    context.fillText(label, left + PADDING, height + room / 2);
  }
}

function colorOf({ theme }: Brush, kind: TimelineMark['kind']): string {
  return kind === 'breakpoint' ? theme.danger : kind === 'intervention' ? theme.effect : theme.text;
}

function drawSign(brush: Brush, { kind }: TimelineMark, x: number, bottom: number): void {
  const { context } = brush;
  context.fillStyle = context.strokeStyle = colorOf(brush, kind);
  context.beginPath();
  if (kind === 'breakpoint') {
    context.arc(x, AXIS_HEIGHT - 5, 3.5, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.lineWidth = 1.25;
  context.setLineDash(kind === 'divergence' ? [5, 3] : []);
  context.moveTo(x, AXIS_HEIGHT - 8);
  context.lineTo(x, bottom);
  context.stroke();
  context.setLineDash([]);
}
