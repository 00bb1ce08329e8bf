import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATES } from '../../../src/model/state.ts';
import { createRecord } from '../../../src/record/run-record.ts';
import { stateAt } from '../../../src/record/state-spans.ts';
import { createCardStates } from '../../../src/ui/graph/overview/card-states.ts';
import { statesOfGroup } from '../../../src/ui/graph/overview/group-states.ts';
import { edgeAt, segmentsOf, segmentsOfShapes } from '../../../src/ui/graph/overview/segments.ts';
import { edgeModels } from '../../../src/ui/graph/scene/edge-models.ts';
import { cardAt } from '../../../src/ui/graph/scene/card-size.ts';
import { makeChunk } from '../../support/make-chunk.ts';

const boxes = new Map([
  [1, cardAt({ x: 0, y: 0 })],
  [2, cardAt({ x: 400, y: 0 })],
  [3, cardAt({ x: 0, y: 400 })],
  [4, cardAt({ x: 400, y: 400 })],
]);
const models = edgeModels({
  connections: [
    [1, 2],
    [1, 99],
  ],
  conditions: [
    { resources: [3], group: [1], action: 'START', state: 'STARTED' },
    { resources: [3, 4], group: [1, 2], action: 'STOP', state: 'STOPPED' },
  ],
});
const segments = segmentsOf(models, 'both', { boxOf: (guid) => boxes.get(guid), groups: [] });

describe('the lines of drawn edges', () => {
  test('are one for a connection, one with an arrow for a condition, and one to each member of a bundle', () => {
    expect(segments.count).toBe(1 + 1 + 4);
    expect([...segments.arrow.subarray(0, segments.count)]).toEqual([0, 1, 0, 0, 1, 1]);
  });

  test('are those that the edges have near, piece by piece', () => {
    const path = [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 80 },
    ];
    const shape = { model: models[2]!, paths: [path], arrows: [path], label: undefined };
    const { count, ends, arrow } = segmentsOfShapes([shape]);
    expect(count).toBe(2);
    expect([...ends]).toEqual([0, 0, 50, 0, 50, 0, 50, 80]);
    expect([...arrow]).toEqual([0, 1]);
  });

  test('follow the reading', () => {
    expect(segmentsOf(models, 'connections', { boxOf: (guid) => boxes.get(guid), groups: [] }).count).toBe(1);
    expect(segmentsOf(models, 'conditions', { boxOf: (guid) => boxes.get(guid), groups: [] }).count).toBe(5);
  });

  test('are pointed at within reach, the nearest one', () => {
    expect(edgeAt(segments, { x: 300, y: 40 }, 6)?.id).toBe('connection:1-2');
    expect(edgeAt(segments, { x: 103, y: 200 }, 6)?.id).toBe('condition:0');
    expect(edgeAt(segments, { x: 300, y: 60 }, 6)).toBeUndefined();
  });
});

test('a collapsed group has the colour of the state its members share, else of each as much as there is', () => {
  expect(statesOfGroup([])).toEqual({ state: undefined });
  expect(statesOfGroup(['READY', 'READY'])).toEqual({ state: 'READY', shares: undefined });
  const { state, shares } = statesOfGroup(['READY', 'STARTED', 'READY', 'FAILED']);
  expect(state).toBe('FAILED');
  expect([...shares!]).toEqual([
    ['FAILED', 1],
    ['STARTED', 1],
    ['READY', 2],
  ]);
});

describe('the states of drawn cards', () => {
  const event = fc.record({
    time: fc.integer({ min: 0, max: 50 }),
    guid: fc.integer({ min: 1, max: 5 }),
    what: fc.constantFrom(...STATES),
  });
  const record = fc.array(event, { maxLength: 40 }).map((events) => {
    const made = createRecord();
    made.append(makeChunk({ events: events.toSorted((a, b) => a.time - b.time), now: 50 }));
    return made;
  });

  test('are those of the record wherever the cursor jumps, and every change is told', () => {
    fc.assert(
      fc.property(record, fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (run, cursors) => {
        const states = createCardStates();
        const told = new Map<number, string | undefined>();
        for (const cursor of cursors) {
          const changed = states.look(run, cursor);
          for (const guid of changed === 'all' ? [1, 2, 3, 4, 5] : changed) told.set(guid, states.of(guid));
          for (let guid = 1; guid <= 5; guid++) {
            expect(states.of(guid)).toBe(stateAt(run, guid, cursor));
            expect(told.get(guid)).toBe(states.of(guid));
          }
        }
      }),
    );
  });

  test('are none without a run', () => {
    const states = createCardStates();
    const run = createRecord();
    run.append(makeChunk({ events: [{ time: 1, guid: 1, what: 'READY' }], now: 2 }));
    states.look(run, 2);
    expect(states.look(undefined, 0)).toBe('all');
    expect(states.of(1)).toBeUndefined();
  });
});
