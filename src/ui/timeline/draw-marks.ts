import type { Micros } from '../../model/units.ts';
import type { Brush } from './brush.ts';
import { AXIS_HEIGHT } from './row-layout.ts';
import type { TimeScale } from './time-scale.ts';

/** An instant pointed out on the axis. */
export interface TimelineMark {
  readonly time: Micros;
  readonly kind: 'breakpoint' | 'intervention' | 'divergence';
  /** Stands beside the mark; undefined: only the sign. */
  readonly label?: string;
}

/** A dot for a breakpoint, a flag for what was done to the run, a dashed line where two runs part. */
export function drawMarks(
  { context, theme }: Brush,
  marks: readonly TimelineMark[],
  scale: TimeScale,
  height: number,
): void {
  for (const { time, kind, label } of marks) {
    const x = scale.xOf(time);
    if (x < scale.left - 1 || x > scale.right + 1) continue;
    const color = kind === 'breakpoint' ? theme.danger : kind === 'intervention' ? theme.effect : theme.text;
    context.fillStyle = context.strokeStyle = color;
    context.beginPath();
    if (kind === 'breakpoint') {
      context.arc(x, AXIS_HEIGHT - 5, 3.5, 0, 2 * Math.PI);
      context.fill();
      continue;
    }
    context.lineWidth = 1.25;
    context.setLineDash(kind === 'divergence' ? [5, 3] : []);
    context.moveTo(x, AXIS_HEIGHT - 8);
    context.lineTo(x, height);
    context.stroke();
    context.setLineDash([]);
    if (!label) continue;
    const y = height - (kind === 'divergence' ? 10 : 26);
    const width = context.measureText(label).width + 10;
    const left = x + width > scale.right ? x - width : x;
    // The sign alone, where there is no room for words.
    if (left < scale.left) continue;
    context.fillRect(left, y - 8, width, 16);
    context.fillStyle = theme.surface;
    context.fillText(label, left + 5, y);
  }
}
