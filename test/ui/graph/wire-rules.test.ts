import { describe, expect, test } from 'vitest';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { applyEdit } from '../../../src/edit/edit.ts';
import { createExperiment, type Experiment, type Resource } from '../../../src/model/experiment.ts';
import { addEdit } from '../../../src/ui/graph/placing/add-edit.ts';
import { allowedConnections, wireProblem } from '../../../src/ui/graph/pointer/wire-rules.ts';

const resource = (guid: number, rtype: string): Resource => ({ guid, rtype, attributes: {}, traces: [] });
const experiment: Experiment = {
  ...createExperiment('test'),
  resources: [
    resource(1, 'linux::Node'),
    resource(2, 'linux::Application'),
    resource(3, 'linux::Application'),
    resource(4, 'planetlab::OVSSwitch'),
  ],
  connections: [[2, 1]],
};
const problem = (kind: 'connection' | 'condition', from: number[], target: number) =>
  wireProblem(experiment, nepiCatalog, { kind, from }, target);

describe('a connection', () => {
  test('may join what is not joined yet', () => {
    expect(problem('connection', [3], 1)).toBeUndefined();
  });

  test('is not drawn to itself or twice, whichever way round', () => {
    expect(problem('connection', [1], 1)).toContain('itself');
    expect(problem('connection', [1], 2)).toContain('already');
    expect(problem('connection', [2], 1)).toContain('already');
  });

  test('from several makes those that are missing', () => {
    expect(problem('connection', [1, 2, 3], 1)).toBeUndefined();
    expect(allowedConnections(experiment, nepiCatalog, [1, 2, 3], 1)).toEqual([[3, 1]]);
  });

  test("says NEPI's reason where a strict type refuses it", () => {
    const strict = nepiCatalog.types.find((type) => type.strict && !type.abstract)!;
    const other = { ...experiment, resources: [...experiment.resources, resource(5, strict.rtype)] };
    expect(wireProblem(other, nepiCatalog, { kind: 'connection', from: [5] }, 3)).toContain("can't be connected");
  });
});

test('a condition may end at any but the one it began at', () => {
  expect(problem('condition', [1], 2)).toBeUndefined();
  expect(problem('condition', [1], 1)).toContain('wait for itself');
});

describe('adding where a wire ended', () => {
  test('adds and connects in one edit', () => {
    const { edit, guid } = addEdit(
      experiment,
      'linux::Ping',
      { x: 303, y: 207 },
      { snap: true, wire: { kind: 'connection', from: [1] } },
    );
    const next = applyEdit(experiment, edit);
    expect(next.resources.at(-1)).toMatchObject({ guid, rtype: 'linux::Ping', position: { x: 200, y: 180 } });
    expect(next.connections.at(-1)).toEqual([1, guid]);
  });

  test('adds with a condition in one edit', () => {
    const { edit, guid } = addEdit(
      experiment,
      'linux::Ping',
      { x: 0, y: 0 },
      { snap: false, wire: { kind: 'condition', from: [2] } },
    );
    expect(applyEdit(experiment, edit).conditions).toEqual([
      { resources: [guid], group: [2], action: 'START', state: 'STARTED' },
    ]);
  });
});
