import { expect, test } from 'vitest';
import { printChromeTrace } from '../../src/record/chrome-trace.ts';
import { BYTE_ORDER_MARK, printCsv } from '../../src/record/csv.ts';
import { makeRecord } from '../support/make-chunk.ts';

const record = makeRecord({
  events: [
    { time: 5, guid: 1, what: 'READY' },
    { time: 9, guid: 2, what: 'STARTED', cause: 0, via: 'condition' },
    { time: 12, guid: 2, what: 'set', cause: 1, via: 'script' },
    { time: 12, guid: 2, what: 'FAILED', cause: 1, via: 'phase' },
    { time: 12, guid: 2, what: 'RELEASED', cause: 3, via: 'phase' },
  ],
  stretches: [
    { guid: 1, from: 0, to: 5, activity: 'phase', ref: 'ready' },
    { guid: 2, from: 5, to: 9, activity: 'condition', member: 1, state: 'READY' },
  ],
  details: [{ event: 2, set: ['rate', '=1,2'] }],
  now: 20,
});
const resources = [
  { guid: 1, label: 'server', rtype: 'linux::Node' },
  { guid: 2, label: 'a "client"', rtype: 'linux::Application' },
];

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly tid?: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly args?: Record<string, unknown>;
}

test('a table for Excel begins with a byte order mark, and no field of it is taken for a formula', () => {
  const labels = ['Zürich', '@SUM(A1)', '\r=1', '-1', '+1'];
  for (const label of labels) {
    const csv = BYTE_ORDER_MARK + printCsv(record, () => label);
    expect([...new TextEncoder().encode(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const field = csv.split('\r\n')[1]!.split(',')[3];
    expect(field).toMatch(label === 'Zürich' ? /^Zürich$/ : /^"?'/);
  }
});

test('a trace names the resources, has a slice a state, and never loses a failure', () => {
  const { traceEvents } = JSON.parse(printChromeTrace(record, 'demo', resources)) as { traceEvents: TraceEvent[] };
  const of = (ph: string) => traceEvents.filter((event) => event.ph === ph);
  expect(
    of('M')
      .filter(({ name }) => name === 'thread_name')
      .map(({ tid, args }) => [tid, args?.['name']]),
  ).toEqual([
    [0, 'script'],
    [1, 'server (linux::Node)'],
    [2, 'a "client" (linux::Application)'],
  ]);
  expect(of('X').map(({ tid, name, ts, dur }) => [tid, name, ts, dur])).toEqual([
    [0, 'step 1', 0, 20],
    [1, 'NEW', 0, 5],
    [1, 'READY', 5, 15],
    [2, 'NEW', 0, 9],
    [2, 'STARTED', 9, 3],
    [2, 'RELEASED', 12, 8],
  ]);
  expect(of('i').map(({ name, ts }) => [name, ts])).toEqual([
    ['FAILED', 12],
    ['rate = =1,2', 12],
  ]);
  expect(of('b').map(({ name, ts, args }) => [name, ts, args])).toEqual([
    ['ready', 0, {}],
    ['condition', 5, { member: 1, state: 'READY' }],
  ]);
  expect(of('s')).toHaveLength(1);
  expect(of('f')[0]).toMatchObject({ tid: 2, ts: 9, name: 'condition' });
});

test('comma separated values are quoted where they must be', () => {
  const lines = printCsv(record, (guid) => resources[guid - 1]!.label)
    .trimEnd()
    .split('\r\n');
  expect(lines[0]).toBe('event,time_us,guid,label,kind,value,cause,via');
  expect(lines[1]).toBe('0,5,1,server,state,READY,,begin');
  expect(lines[3]).toBe('2,12,2,"a ""client""",set,"rate = =1,2",1,script');
  expect(lines).toHaveLength(6);
});
