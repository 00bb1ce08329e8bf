// What is written for Perfetto keeps to the trace event format: the keys that each kind of event must have, what they
// hold, and the rules between events (slices of a thread nest, what begins ends, a flow ends where it says).
import { describe, expect, test } from 'vitest';
import { nepiCatalog } from '../../src/catalog/catalog.ts';
import { resourceLabel } from '../../src/model/experiment.ts';
import { defaultScript } from '../../src/model/script.ts';
import { printChromeTrace } from '../../src/record/chrome-trace.ts';
import { createRecord } from '../../src/record/run-record.ts';
import { spansOf } from '../../src/record/state-spans.ts';
import { traceOfRecord } from '../../src/record/trace.ts';
import { loadGolden } from '../support/load-golden.ts';
import { runEngine } from '../support/run-engine.ts';

type TraceEvent = Readonly<Record<string, unknown>>;

/** Keys beside `ph`, `name` and `pid`, by kind of event, and the type of each. */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, 'number' | 'string' | 'object' | 'any'>>>> = {
  M: { args: 'object' },
  X: { tid: 'number', ts: 'number', dur: 'number', cat: 'string' },
  i: { tid: 'number', ts: 'number', s: 'string' },
  b: { tid: 'number', ts: 'number', cat: 'string', id: 'any' },
  e: { tid: 'number', ts: 'number', cat: 'string', id: 'any' },
  s: { tid: 'number', ts: 'number', cat: 'string', id: 'any' },
  f: { tid: 'number', ts: 'number', cat: 'string', id: 'any' },
};

const NAMES = ['ping', 'server-and-clients', 'crowded-workers', 'critical-failure-while-running', 'deadlock'];

describe.each(NAMES)('%s', (name) => {
  const { experiment, trace } = loadGolden(name);
  const record = createRecord();
  const { chunks } = runEngine(experiment, nepiCatalog, { slice: 50 });
  for (const chunk of chunks) record.append(chunk);
  const script = experiment.script ?? defaultScript(experiment, nepiCatalog);
  const lanes = experiment.resources.map((resource) => ({
    guid: resource.guid,
    rtype: resource.rtype,
    label: resourceLabel(resource),
  }));
  const text = printChromeTrace(record, experiment.id, lanes, script);
  const { traceEvents } = JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] };
  const of = (ph: string) => traceEvents.filter((event) => event['ph'] === ph);

  test('each event has what its kind must have', () => {
    for (const event of traceEvents) {
      const required = REQUIRED[event['ph'] as string];
      expect(required, JSON.stringify(event)).toBeDefined();
      expect(typeof event['name']).toBe('string');
      expect(typeof event['pid']).toBe('number');
      for (const [key, type] of Object.entries(required!)) {
        expect(event, JSON.stringify(event)).toHaveProperty(key);
        if (type !== 'any') expect(typeof event[key], `${key} of ${JSON.stringify(event)}`).toBe(type);
      }
      for (const time of [event['ts'], event['dur']]) {
        if (time !== undefined) expect(Number.isInteger(time) && (time as number) >= 0).toBe(true);
      }
    }
  });

  test('a thread a resource, named; the slices of a thread do not overlap', () => {
    const named = of('M').filter((event) => event['name'] === 'thread_name');
    expect(named.map((event) => event['tid'])).toEqual([0, ...lanes.map(({ guid }) => guid)]);
    const ends = new Map<unknown, number>();
    for (const { tid, ts, dur } of of('X')) {
      expect(ts as number).toBeGreaterThanOrEqual(ends.get(tid) ?? 0);
      ends.set(tid, (ts as number) + (dur as number));
    }
  });

  test('all states that took time are slices', () => {
    const states = of('X').filter(({ cat }) => cat === 'state');
    const slices = states.map(({ tid, name: state, ts, dur }) => [tid, state, ts, dur]);
    const spans = lanes.flatMap(({ guid }) =>
      spansOf(record, guid).map(({ state, from, to }) => [guid, state, from, to - from]),
    );
    expect(slices).toEqual(spans.filter(([, , , length]) => (length as number) > 0));
  });

  test('what begins ends, not before it began; flows go forward and end once', () => {
    for (const [from, to] of [
      ['b', 'e'],
      ['s', 'f'],
    ] as const) {
      const begun = new Map(of(from).map((event) => [`${String(event['cat'])} ${String(event['id'])}`, event]));
      expect(begun.size).toBe(of(from).length);
      expect(of(to)).toHaveLength(begun.size);
      for (const end of of(to)) {
        const begin = begun.get(`${String(end['cat'])} ${String(end['id'])}`);
        expect(begin).toBeDefined();
        expect(end['ts'] as number).toBeGreaterThanOrEqual(begin!['ts'] as number);
        expect(end['name']).toBe(begin!['name']);
      }
    }
  });

  test('the script comes first, then the resources in their order', () => {
    const sorted = of('M').filter((event) => event['name'] === 'thread_sort_index');
    const places = sorted.map(({ tid, args }) => [tid, (args as Record<string, unknown>)['sort_index']]);
    expect(places).toEqual([[0, 0], ...lanes.map(({ guid }, index) => [guid, index + 1])]);
  });

  test('the steps of the script fill its time', () => {
    const steps = of('X').filter(({ tid }) => tid === 0);
    expect(steps.reduce((sum, { dur }) => sum + (dur as number), 0)).toBe(record.now);
    expect(script.map(({ op }) => op)).toEqual(expect.arrayContaining(steps.map(({ name: op }) => op)));
  });

  test('each end of a flow lies within a slice of its thread, without which it would not be drawn', () => {
    const flows = [...of('s'), ...of('f')];
    expect(flows.length).toBeGreaterThan(0);
    const loose = flows.filter(({ tid, ts: at }) => {
      return !of('X').some(({ tid: of, ts, dur }) => {
        return of === tid && (ts as number) <= (at as number) && (at as number) < (ts as number) + (dur as number);
      });
    });
    expect(loose).toEqual([]);
    expect(of('f').every(({ bp }) => bp === 'e')).toBe(true);
  });

  test('the record as JSON has the shape of the golden trace, and its events', () => {
    const own = traceOfRecord(
      record,
      lanes.map(({ guid }) => guid),
      script,
    );
    expect(Object.keys(own)).toEqual(Object.keys(trace));
    expect(own.events).toEqual(trace.events);
    expect(own.states).toEqual(trace.states);
    if (trace.finished) expect(own).toEqual(trace);
  });
});
