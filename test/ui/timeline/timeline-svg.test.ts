import { expect, test } from 'vitest';
import { STATES } from '../../../src/model/state.ts';
import { printTimelineSvg } from '../../../src/ui/timeline/timeline-svg.ts';
import type { TimelineTheme } from '../../../src/ui/timeline/timeline-theme.ts';
import { makeRecord } from '../../support/make-chunk.ts';

const theme: TimelineTheme = {
  surface: 'white',
  sunken: 'white',
  hover: 'white',
  text: 'black',
  muted: 'gray',
  border: 'silver',
  accent: 'blue',
  accentSoft: 'white',
  onAccent: 'white',
  effect: 'purple',
  danger: 'red',
  font: 'sans-serif',
  states: STATES.map((state) => ({ fill: `fill-${state}`, text: 'black', line: `line-${state}` })),
};
const SECOND = 1_000_000;
const record = makeRecord({
  events: [
    { time: 2 * SECOND, guid: 1, what: 'STARTED' },
    { time: 8 * SECOND, guid: 1, what: 'FAILED' },
    { time: 8 * SECOND, guid: 1, what: 'RELEASED' },
  ],
  stretches: [
    { guid: 1, from: 0, to: SECOND, activity: 'condition', member: 2, state: 'READY' },
    { guid: 1, from: SECOND, to: 2 * SECOND, activity: 'phase', ref: 'start' },
  ],
  now: 10 * SECOND,
});
const lanes = [
  { guid: 1, label: 'a <b> & "c"', rtype: 'x' },
  { guid: 2, label: 'a label that is by far too long for the room it has', rtype: 'x' },
];
const svg = printTimelineSvg(record, lanes, { theme, width: 900, from: 0, to: record.now, caption: 'ping, seed 1' });

test('states are rectangles in their colours, with their words as text', () => {
  for (const state of ['NEW', 'STARTED', 'FAILED']) expect(svg).toContain(`fill="fill-${state}"`);
  expect(svg).toContain('fill="url(#released)"');
  expect(svg).toMatch(/<text [^>]*>STARTED<\/text>/);
  expect(svg).toContain('>ping, seed 1</text>');
});

test('waiting is hatched, work is a bar in the colour of what it leads to', () => {
  expect(svg).toContain('fill="url(#waiting)"');
  expect(svg).toContain('height="3" fill="line-STARTED"');
});

test('labels are escaped, and cut where there is no room', () => {
  expect(svg).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
  expect(svg).toMatch(/a label that is [^<]*…</);
  expect(svg).not.toContain('the room it has');
});

test('the same record gives the same bytes', () => {
  const again = printTimelineSvg(record, lanes, {
    theme,
    width: 900,
    from: 0,
    to: record.now,
    caption: 'ping, seed 1',
  });
  expect(again).toBe(svg);
});
