// What surrounds the lanes: the axis, what lies beyond the run, the now-line.
import { STATE_ORDER } from '../../model/state.ts';
import type { Micros } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { axisTicks } from './axis-ticks.ts';
import type { Brush } from './brush.ts';
import { AXIS_HEIGHT } from './row-layout.ts';
import type { TimeScale } from './time-scale.ts';
import { printSpan, printTime, stepWithin } from '../text/time-text.ts';

/** More than the width of a digit of the labels, px. */
const LETTER = 7;

/** The axis with its labels, and faint lines down through the lanes. */
export function drawAxis({ context, theme, ratio }: Brush, scale: TimeScale, height: number, longest: Micros): void {
  const line = 1 / ratio;
  const ticks = axisTicks(scale, LETTER, longest);
  context.fillStyle = theme.border;
  for (const { x, label } of ticks) {
    if (x < scale.left - 1) continue;
    const at = Math.round(x * ratio) / ratio;
    if (label) context.fillRect(at, AXIS_HEIGHT, line, height - AXIS_HEIGHT);
    context.fillRect(at, AXIS_HEIGHT - (label ? 8 : 4), line, label ? 8 : 4);
  }
  context.fillStyle = theme.muted;
  for (const { x, label } of ticks) {
    const isWhole = label && x >= scale.left && x + 4 + context.measureText(label).width <= scale.right;
    if (isWhole) context.fillText(label, x + 4, AXIS_HEIGHT / 2);
  }
  context.fillStyle = theme.border;
  context.fillRect(0, AXIS_HEIGHT - line, scale.right, line);
}

/** Folded stretches: narrow bands with a dashed edge, and how much each leaves out where that can be read. */
export function drawFolds({ context, theme }: Brush, scale: TimeScale, height: number): void {
  for (const fold of scale.axis.folds) {
    const left = scale.xOf(fold.from);
    const right = scale.xOf(fold.to);
    if (right < scale.left || left > scale.right) continue;
    const x = Math.max(scale.left, left);
    const width = Math.min(scale.right, right) - x;
    context.fillStyle = theme.surface;
    context.globalAlpha = 0.35;
    context.fillRect(x, AXIS_HEIGHT, width, height);
    context.globalAlpha = 1;
    context.fillStyle = theme.hover;
    context.fillRect(x, 0, width, AXIS_HEIGHT - 1);
    context.strokeStyle = theme.muted;
    context.lineWidth = 1;
    context.setLineDash([3, 4]);
    context.beginPath();
    for (const edge of [left, right]) {
      if (edge < scale.left || edge > scale.right) continue;
      context.moveTo(Math.round(edge) + 0.5, 0);
      context.lineTo(Math.round(edge) + 0.5, height);
    }
    context.stroke();
    context.setLineDash([]);
    const text = printSpan(fold.to - fold.from);
    const room = context.measureText(text).width;
    if (room + 6 > right - left) continue;
    context.fillStyle = theme.muted;
    context.fillText(text, (left + right - room) / 2, AXIS_HEIGHT / 2);
  }
}

/** What lies before the run's beginning and after its end (so far) is set back. */
export function drawBeyond(
  { context, theme, ratio }: Brush,
  record: RunRecord,
  scale: TimeScale,
  height: number,
): void {
  const begin = Math.min(scale.right, scale.xOf(0));
  const end = Math.max(scale.left, scale.xOf(record.now));
  context.fillStyle = theme.sunken;
  if (begin > scale.left) context.fillRect(scale.left, AXIS_HEIGHT, begin - scale.left, height);
  if (end >= scale.right) return;
  context.fillRect(end, AXIS_HEIGHT, scale.right - end, height);
  if (!record.outcome) return;
  context.fillStyle = record.outcome.kind === 'completed' ? theme.muted : theme.states[STATE_ORDER.FAILED]!.fill;
  context.fillRect(Math.round(end * ratio) / ratio, AXIS_HEIGHT, 1, height);
}

/** The now-line, with its time in a handle on the axis. */
export function drawCursor(brush: Brush, scale: TimeScale, cursor: Micros, height: number, longest: Micros): void {
  const { context, theme, ratio } = brush;
  const x = Math.round(scale.xOf(cursor) * ratio) / ratio;
  if (x < scale.left - 1 || x > scale.right + 1) return;
  // While playing, digits finer than a pixel would only flicker.
  const fine = stepWithin(scale.perPx);
  const text = printTime(cursor, cursor % fine === 0 ? 1 : fine, longest);
  const width = Math.ceil(context.measureText(text).width) + 12;
  const at = Math.min(Math.max(scale.left, x - width / 2), scale.right - width);
  context.fillStyle = theme.accent;
  context.fillRect(x - 0.75, AXIS_HEIGHT - 6, 1.5, height);
  context.beginPath();
  context.roundRect(at, 5, width, AXIS_HEIGHT - 11, 4);
  context.fill();
  context.fillStyle = theme.onAccent;
  context.fillText(text, at + 6, AXIS_HEIGHT / 2);
}
