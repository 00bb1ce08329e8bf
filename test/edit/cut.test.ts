import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClipboardContent, copyResources, pasteResources } from '../../src/edit/clipboard.ts';
import { parseClipboard, printClipboard } from '../../src/edit/clipboard-text.ts';
import { applyEdit } from '../../src/edit/edit.ts';
import { createExperiment, type Experiment, type Step } from '../../src/model/experiment.ts';
import { anyExperiment, clients, resource } from './experiments.ts';

const all = ({ resources }: Experiment) => resources.map(({ guid }) => guid);

/** The experiment without some resources, and what is on the clipboard then. */
function cut(experiment: Experiment, guids: readonly number[]): [left: Experiment, content: ClipboardContent] {
  const content = copyResources(experiment, new Set(guids), 'cut');
  const read = parseClipboard(printClipboard(content));
  if (!read?.ok) throw new Error(read?.problem ?? 'no clipboard text');
  return [applyEdit(experiment, { kind: 'remove', guids }), read.content];
}

const HERE = { shifts: { position: { x: 0, y: 0 }, conditionsPosition: { x: 0, y: 0 } } };
const paste = (experiment: Experiment, content: ClipboardContent, options = {}) =>
  applyEdit(experiment, pasteResources(experiment, content, { ...HERE, ...options }).edit);

/** What no order matters for, in one order. */
function ordered(experiment: Experiment): Experiment {
  const byGuid = (a: { guid: number }, b: { guid: number }) => a.guid - b.guid;
  const connections = experiment.connections.map(([a, b]) => (a < b ? [a, b] : [b, a]) as [number, number]);
  return {
    ...experiment,
    resources: experiment.resources.toSorted(byGuid),
    connections: connections.toSorted(([a, b], [c, d]) => a - c || b - d),
  };
}

const withScript: fc.Arbitrary<readonly [Experiment, readonly number[]]> = anyExperiment.chain((experiment) => {
  const guids = all(experiment);
  const some = fc.uniqueArray(fc.constantFrom(...guids), { minLength: 1, maxLength: 3 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ op: fc.constantFrom('deploy', 'waitFinished', 'start', 'release'), resources: some }),
    some.chain((resources) =>
      some.map(
        (group): Step => ({
          op: 'setWithConditions',
          resources,
          attribute: 'command',
          value: 'x',
          group,
          state: 'READY',
        }),
      ),
    ),
    fc.constantFrom<Step>({ op: 'sleep', time: '5s' }, { op: 'deploy' }, { op: 'shutdown' }),
  );
  const half = Math.ceil(guids.length / 2);
  return fc
    .record({
      script: fc.option(fc.array(step, { maxLength: 12 }), { nil: undefined }),
      groups: fc.subarray([
        { name: 'Paris', guids: guids.slice(0, half) },
        ...(guids.length > 1 ? [{ name: 'Lyon', guids: guids.slice(half) }] : []),
      ]),
      cut: fc.subarray([...guids], { minLength: 1 }),
    })
    .map(({ script, groups, cut: gone }) => [{ ...experiment, groups, ...(script && { script }) }, gone] as const);
});

describe('a paste of what was cut', () => {
  test('gives back the experiment: steps, conditions, groups and connections in their places', () => {
    fc.assert(
      fc.property(withScript, ([experiment, gone]) => {
        const [left, content] = cut(experiment, gone);
        expect(ordered(paste(left, content))).toEqual(ordered(experiment));
      }),
      { numRuns: 300 },
    );
  });

  test('leaves alone what was changed in the script meanwhile', () => {
    const [left, content] = cut(clients, [3]);
    const script = [{ op: 'sleep', time: '1s' } as const, ...left.script!];
    const after = paste({ ...left, script }, content).script!;
    expect(after).toContainEqual({ op: 'waitFinished', resources: [3, 4] });
    expect(after).toContainEqual({ op: 'deploy', resources: [3] });
    expect(after.filter(({ op }) => op === 'sleep')).toHaveLength(1);
    expect(after).toHaveLength(6);
  });

  test('puts steps back once: pasted again, or after undo, it is a copy', () => {
    const [left, content] = cut(clients, [2, 3]);
    const once = paste(left, content);
    const twice = paste(once, content);
    expect(twice.script).toBe(once.script);
    expect(twice.resources).toHaveLength(6);
    expect(paste(clients, content).script).toBe(clients.script);
  });

  test('renames guids that were given away meanwhile, in steps and conditions too', () => {
    const [left, content] = cut(clients, [4]);
    const other = applyEdit(left, { kind: 'add', resources: [resource(4, { label: 'new' })] });
    const after = paste(other, content);
    expect(after.resources.map(({ guid }) => guid)).toEqual([1, 2, 3, 4, 5]);
    expect(after.conditions).toEqual([
      { resources: [3, 5], action: 'START', group: [2], state: 'STARTED', time: '2s' },
      { resources: [2], action: 'STOP', group: [3, 5], state: 'STOPPED' },
    ]);
    expect(after.script).toContainEqual({ op: 'waitFinished', resources: [3, 5] });
  });

  test('pasted into a group on purpose it is of that group', () => {
    const start = {
      ...clients,
      groups: [
        { name: 'Paris', guids: [1] },
        { name: 'Lyon', guids: [2, 3] },
      ],
    };
    const [left, content] = cut(start, [3]);
    expect(paste(left, content, { into: 0 }).groups).toEqual([
      { name: 'Paris', guids: [1, 3] },
      { name: 'Lyon', guids: [2] },
    ]);
  });
});

describe('the script', () => {
  const steps = clients.script;

  test('is left as it is by a copy and a duplicate', () => {
    const content = copyResources(clients, new Set([2, 3]));
    expect(paste(clients, content).script).toBe(steps);
  });

  test('comes along with all of an experiment into an empty one, and into no other', () => {
    const content = copyResources({ ...clients, id: 'elsewhere' }, new Set(all(clients)));
    expect(paste(createExperiment('new'), content).script).toEqual(steps);
    const busy = { ...createExperiment('busy'), resources: [resource(7)] };
    expect(paste(busy, content).script).toBeUndefined();
    const part = copyResources({ ...clients, id: 'elsewhere' }, new Set([2, 3]));
    expect(paste(createExperiment('new'), part).script).toBeUndefined();
  });

  test('of another experiment gets no steps of what was cut, and that is told', () => {
    const [, content] = cut(clients, [3]);
    const other = { ...createExperiment('other'), resources: [resource(1)], script: [{ op: 'deploy' } as const] };
    const { edit, stepsLeft } = pasteResources(other, content, HERE);
    expect(applyEdit(other, edit).script).toBe(other.script);
    expect(stepsLeft).toBe(3);
  });
});

test('a text whose cut parts are misshapen is refused', () => {
  const [, content] = cut(clients, [3]);
  const good = printClipboard(content);
  for (const bad of [
    good.replace('"at": 1', '"at": -1'),
    good.replace('"op": "waitFinished"', '"op": "dance"'),
    JSON.stringify({ ...JSON.parse(good), cut: null }),
    JSON.stringify({ ...JSON.parse(good), cut: { script: {}, conditions: [], groups: [] } }),
  ]) {
    expect(bad).not.toBe(good);
    expect(parseClipboard(bad)?.ok).toBe(false);
  }
});
