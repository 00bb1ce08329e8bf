// The timeline as a picture for a paper: SVG with real text, in the colours it is given.
import { PHASES, STATE_ORDER, STATES } from '../../model/state.ts';
import type { Micros } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { isWaiting, stretchesWithin } from '../../record/stretches.ts';
import { axisTicks } from './axis-ticks.ts';
import { GroupSummaries, type StateColumns } from './group-summaries.ts';
import { isGroupRow, type Lane, type Row } from '../run/lane.ts';
import { PHASE_TARGET } from './phase-target.ts';
import { placeSegments } from './place-segments.ts';
import { RowIndex } from './row-index.ts';
import { TimeScale } from './time-scale.ts';
import type { TimelineTheme } from './timeline-theme.ts';

export interface SvgOptions {
  readonly theme: TimelineTheme;
  /** Of the whole picture, in pixels. */
  readonly width: number;
  /** The stretch of time to show. */
  readonly from: Micros;
  readonly to: Micros;
  /** Stands below the lanes: the experiment, the seed. */
  readonly caption: string;
}

const ROW = 22;
const BAR = 16;
const TOP = 26;
/** Room for the legend below the lanes, and for the caption below that. */
const LEGEND = 22;
const BOTTOM = LEGEND + 28;
const LABELS = 170;
const FONT = 10.5;
const BOLD = ' font-weight="bold"';
/** Lanes below the heading of their group are set in. */
const INDENT = 10;
/** About how wide a letter is, as there is no canvas to measure it on. */
const LETTER = FONT * 0.62;
/** Positions are exact to a quarter of a pixel. */
const RATIO = 4;
/** A failure can be seen in print, however short it was. */
const FAILED_WIDTH = 2;

/** Draws the rows as SVG text. Nothing is left out but what is thinner than a quarter of a pixel; failures never are. */
export function printTimelineSvg(record: RunRecord, rows: readonly Row[], options: SvgOptions): string {
  const { theme, width, from, to, caption } = options;
  const height = TOP + rows.length * ROW + BOTTOM;
  const scale = TimeScale.fit(from, to, LABELS, width - LABELS - 8);
  const bottom = TOP + rows.length * ROW;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="${FONT}">`,
    `<title>${escape(caption)}</title>`,
    definitions(theme),
    `<rect width="${width}" height="${height}" fill="${theme.surface}"/>`,
  ];
  for (const { x, label } of axisTicks(scale, LETTER, Math.max(to, record.now))) {
    if (!label) continue;
    parts.push(`<path d="M${round(x)} ${TOP - 6}V${bottom}" stroke="${theme.border}"/>`);
    parts.push(text(x, TOP - 10, label, theme.muted, 'middle'));
  }
  const index = new RowIndex(rows);
  const summaries = new GroupSummaries(record, index);
  for (const [row, content] of rows.entries()) {
    const top = TOP + row * ROW;
    if (isGroupRow(content)) {
      const label = `${content.group.name} (${content.members.length})`;
      parts.push(text(8, top + ROW / 2 + 3.5, fitted(label, LABELS - 16), theme.text, undefined, BOLD));
      const summary = summaries.of(row);
      if (!summary) continue;
      const { segments, words } = stateParts(record, summary, scale, theme, top + (ROW - BAR) / 2);
      parts.push(...segments, ...words);
    } else {
      parts.push(...laneParts(record, content, scale, theme, top, index.isUnderHeading(row) ? INDENT : 0));
    }
  }
  parts.push(...legend(theme, bottom + 10), text(8, bottom + LEGEND + 18, caption, theme.muted), '</svg>');
  return `${parts.join('\n')}\n`;
}

function laneParts(
  record: RunRecord,
  lane: Lane,
  scale: TimeScale,
  theme: TimelineTheme,
  top: number,
  indent: number,
): string[] {
  const y = top + (ROW - BAR) / 2;
  const parts = [text(8 + indent, top + ROW / 2 + 3.5, fitted(lane.label, LABELS - 16 - indent), theme.text)];
  const { time: times, kind: kinds } = record.events;
  const rows = record.stateEvents.of(lane.guid);
  const { segments, words } = stateParts(record, { times, kinds, rows }, scale, theme, y);
  parts.push(...segments);
  for (const stretch of stretchesWithin(record, lane.guid, scale.from, scale.to)) {
    const x = Math.max(scale.left, scale.xOf(stretch.from));
    const wide = Math.min(scale.right, scale.xOf(stretch.to)) - x;
    if (wide < 0.5) continue;
    const target = stretch.activity === 'phase' ? PHASE_TARGET[PHASES[stretch.ref] ?? 'run'] : undefined;
    if (isWaiting(stretch.activity)) parts.push(rect(x, y, wide, BAR, 'url(#waiting)'));
    else if (target) parts.push(rect(x, y + BAR - 3, wide, 3, theme.states[STATE_ORDER[target]]!.line));
  }
  return [...parts, ...words];
}

/** A segment a state, and the words on those that are wide enough, which nothing is to cover. */
function stateParts(
  record: RunRecord,
  { times, kinds, rows }: StateColumns,
  scale: TimeScale,
  theme: TimelineTheme,
  y: number,
): { readonly segments: readonly string[]; readonly words: readonly string[] } {
  const segments: string[] = [];
  const words: string[] = [];
  for (const piece of placeSegments(times, kinds, rows, scale, record.now, RATIO)) {
    const x = piece.x / RATIO;
    const wide = Math.max(piece.state === STATE_ORDER.FAILED ? FAILED_WIDTH : 0, (piece.end - piece.x) / RATIO);
    const { fill, line, text: ink } = theme.states[piece.state]!;
    const paint = piece.state === STATE_ORDER.RELEASED ? 'url(#released)' : fill;
    segments.push(rect(x, y, wide, BAR, paint, ` stroke="${line}" stroke-width="0.5"`));
    const word = STATES[piece.state]!;
    if (word.length * LETTER + 8 <= wide) words.push(text(x + 4, y + BAR / 2 + 3.5, word, ink));
  }
  return { segments, words };
}

/** The states in their colours, and what the hatching and the bars at the foot mean: a page may be printed in grey. */
function legend(theme: TimelineTheme, y: number): string[] {
  const parts: string[] = [];
  let x = LABELS;
  const add = (word: string, sign: readonly string[]) => {
    parts.push(...sign, text(x + 16, y + 9, word, theme.muted));
    x += 16 + word.length * LETTER + 12;
  };
  for (const [order, state] of STATES.entries()) {
    const { fill, line } = theme.states[order]!;
    const paint = state === 'RELEASED' ? 'url(#released)' : fill;
    add(state, [rect(x, y, 12, 10, paint, ` stroke="${line}" stroke-width="0.5"`)]);
  }
  const frame = ` stroke="${theme.border}" stroke-width="0.5"`;
  add('waits', [rect(x, y, 12, 10, theme.surface, frame), rect(x, y, 12, 10, 'url(#waiting)')]);
  add('works', [
    rect(x, y, 12, 10, theme.surface, frame),
    rect(x, y + 7, 12, 3, theme.states[STATE_ORDER.READY]!.line),
  ]);
  return parts;
}

/** Hatchings: waiting rises, RELEASED falls. */
function definitions(theme: TimelineTheme): string {
  const { fill, line } = theme.states[STATE_ORDER.RELEASED]!;
  return [
    '<defs>',
    `<pattern id="waiting" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M-1 7L7 -1" stroke="${theme.text}" stroke-opacity="0.45" stroke-width="0.8"/></pattern>`,
    `<pattern id="released" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="${fill}"/><path d="M-1 -1L6 6" stroke="${line}" stroke-width="0.8"/></pattern>`,
    '</defs>',
  ].join('');
}

function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${more}/>`;
}

function text(x: number, y: number, content: string, fill: string, anchor?: 'middle', more = ''): string {
  const anchored = anchor ? ` text-anchor="${anchor}"` : '';
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}"${anchored}${more}>${escape(content)}</text>`;
}

function fitted(label: string, room: number): string {
  const most = Math.floor(room / LETTER);
  return label.length <= most ? label : `${label.slice(0, most - 1)}…`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Also leaves out what XML can't hold at all: control characters. */
function escape(content: string): string {
  // oxlint-disable-next-line no-control-regex
  const clean = content.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '');
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
