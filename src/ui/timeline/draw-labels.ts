// Labels of lanes and headings of groups, at the left.
import { type State, STATE_ORDER } from '../../model/state.ts';
import type { Brush } from './brush.ts';
import type { GroupRow } from '../run/lane.ts';

const INSET = 10;
/** Room for the triangle of a heading; the lanes below are set in as far. */
const TRIANGLE = 12;
export const INDENTED = INSET + TRIANGLE;

/** A row of the column: the label, and the word of its state at the cursor. */
export function drawLabel(
  brush: Brush,
  label: string,
  state: State | undefined,
  y: number,
  height: number,
  width: number,
  left = INSET,
): void {
  const { context, theme } = brush;
  const middle = y + height / 2 + 0.5;
  let room = width - left - 6;
  if (state !== undefined) room -= drawState(brush, state, y, height, width) + 8;
  context.fillStyle = theme.text;
  context.fillText(shortened(brush, label, room), left, middle);
}

/** The heading of a group: a triangle that says whether it is folded, its name, how many there are. */
export function drawHeading(
  brush: Brush,
  { group, members, folded }: GroupRow,
  state: State | undefined,
  y: number,
  height: number,
  width: number,
): void {
  const { context, theme } = brush;
  const middle = Math.round(y + height / 2) + 0.5;
  context.fillStyle = theme.muted;
  context.beginPath();
  if (folded) {
    context.moveTo(INSET, middle - 4);
    context.lineTo(INSET + 6, middle);
    context.lineTo(INSET, middle + 4);
  } else {
    context.moveTo(INSET - 1, middle - 3);
    context.lineTo(INSET + 7, middle - 3);
    context.lineTo(INSET + 3, middle + 3);
  }
  context.fill();
  const left = INSET + TRIANGLE;
  const count = ` ${members.length}`;
  let room = width - left - 6 - brush.wordWidth(count) - 4;
  if (state !== undefined) room -= drawState(brush, state, y, height, width) + 8;
  context.font = `600 11px ${theme.font}`;
  context.fillStyle = theme.text;
  // Bold letters are wider than those that are measured.
  const name = shortened(brush, group.name, room * 0.92);
  context.fillText(name, left, middle);
  const end = left + context.measureText(name).width + 4;
  context.font = `11px ${theme.font}`;
  context.fillStyle = theme.muted;
  context.fillText(count, end, middle);
}

/** The word of a state at the right of the column. @returns its width. */
function drawState(brush: Brush, state: State, y: number, height: number, width: number): number {
  const chip = brush.wordWidth(state) + 12;
  const paint = brush.theme.states[STATE_ORDER[state]]!;
  const tall = Math.min(18, height - 2);
  const place = { x: width - chip - 8, y: y + Math.max(1, (height - 18) / 2), width: chip + 1, height: tall };
  // Round corners cost more than all else in a row.
  brush.stamp(`${state} ${tall}`, place, (pen) => {
    pen.fillStyle = paint.fill;
    pen.strokeStyle = paint.line;
    pen.beginPath();
    pen.roundRect(0.5, 0.5, chip, tall - 1, 4);
    pen.fill();
    pen.stroke();
    pen.fillStyle = paint.text;
    pen.fillText(state, 6.5, tall / 2 + 0.5);
  });
  return chip;
}

function shortened(brush: Brush, text: string, room: number): string {
  if (brush.wordWidth(text) <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (brush.wordWidth(`${text.slice(0, middle)}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low)}…`;
}
