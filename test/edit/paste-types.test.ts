import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyResources, pasteResources } from '../../src/edit/clipboard.ts';
import { applyEdit } from '../../src/edit/edit.ts';
import { createExperiment, type Experiment, type UserType } from '../../src/model/experiment.ts';
import { resource } from './experiments.ts';

function experiment(id: string, types: readonly UserType[], rtypes: readonly string[]): Experiment {
  return {
    ...createExperiment(id),
    types,
    resources: rtypes.map((rtype, index) => resource(index + 1, { rtype, position: { x: index * 300, y: 0 } })),
  };
}

function paste(from: Experiment, into: Experiment) {
  const content = copyResources(from, new Set(from.resources.map(({ guid }) => guid)));
  const { edit, types } = pasteResources(into, content);
  return { after: applyEdit(into, edit), plan: types };
}

test('a type that is defined differently gets a name of its own; the same again is shared', () => {
  const a = experiment('a', [{ rtype: 'my::Probe', behavior: { run: '10s' } }], ['my::Probe']);
  const b = experiment('b', [{ rtype: 'my::Probe', behavior: { run: '2h' } }], ['my::Probe']);
  const { after, plan } = paste(a, b);
  expect(after.types).toEqual([...b.types, { rtype: 'my::Probe-2', behavior: { run: '10s' } }]);
  expect(after.resources.map(({ rtype }) => rtype)).toEqual(['my::Probe', 'my::Probe-2']);
  expect([...plan.names]).toEqual([['my::Probe', 'my::Probe-2']]);
  const again = paste(a, after);
  expect(again.after.types).toEqual(after.types);
  expect(again.after.resources.at(-1)!.rtype).toBe('my::Probe-2');
});

test('the same definition is shared, in whatever order its fields stand', () => {
  const a = experiment('a', [{ rtype: 'my::T', behavior: { run: '1s', stop: '2s' } }], ['my::T']);
  const b = experiment('b', [{ behavior: { stop: '2s', run: '1s' }, extends: 'Resource', rtype: 'my::T' }], []);
  expect(paste(a, b).after.types).toEqual(b.types);
});

test('a type that extends or waits for a renamed one is renamed with it', () => {
  const child = { rtype: 'my::Child', extends: 'my::Base' };
  const waits = { rtype: 'my::Waits', behavior: { requires: [{ before: 'start', type: 'my::Base', state: 'READY' }] } };
  const types = (run: string) => [{ rtype: 'my::Base', behavior: { run } }, child, waits] as readonly UserType[];
  const { after } = paste(experiment('a', types('1s'), ['my::Child', 'my::Waits']), experiment('b', types('2s'), []));
  expect(after.types.slice(3)).toEqual([
    { rtype: 'my::Base-2', behavior: { run: '1s' } },
    { rtype: 'my::Child-2', extends: 'my::Base-2' },
    { rtype: 'my::Waits-2', behavior: { requires: [{ before: 'start', type: 'my::Base-2', state: 'READY' }] } },
  ]);
  expect(after.resources.map(({ rtype }) => rtype)).toEqual(['my::Child-2', 'my::Waits-2']);
});

test('a built-in type that one of the two redefines never changes its meaning for the other', () => {
  const redefines = experiment('a', [{ rtype: 'linux::Node', behavior: { ready: '1h' } }], ['linux::Node']);
  const plain = experiment('b', [], ['linux::Node']);
  const { after } = paste(redefines, plain);
  expect(after.resources.map(({ rtype }) => rtype)).toEqual(['linux::Node', 'linux::Node-2']);
  expect(paste(plain, redefines).plan.redefined).toEqual(['linux::Node']);
});

test('whatever types meet, those that were there stay, names are unique, and what was pasted keeps its definitions', () => {
  const names = ['my::A', 'my::B', 'my::A-2', 'my::C'];
  const type = (rtype: string) =>
    fc.record({
      run: fc.constantFrom('1s', '2s'),
      parent: fc.option(fc.constantFrom(...names.filter((name) => name < rtype)), { nil: undefined }),
    });
  const types = fc
    .tuple(fc.subarray(names), fc.array(type('z'), { minLength: 4, maxLength: 4 }))
    .map(([chosen, drawn]): readonly UserType[] =>
      chosen.map((rtype, index) => {
        const { run, parent } = drawn[index]!;
        const known = parent !== undefined && parent < rtype && chosen.includes(parent);
        return { rtype, ...(known && { extends: parent }), behavior: { run } };
      }),
    );
  fc.assert(
    fc.property(types, types, (ours, theirs) => {
      const into = experiment(
        'b',
        ours,
        ours.map(({ rtype }) => rtype),
      );
      const from = experiment(
        'a',
        theirs,
        theirs.map(({ rtype }) => rtype),
      );
      const { after } = paste(from, into);
      expect(after.types.slice(0, ours.length)).toEqual(ours);
      expect(new Set(after.types.map(({ rtype }) => rtype)).size).toBe(after.types.length);
      // Told apart by all that the lineage says, not by names.
      const lineage = (of: Experiment, rtype: string | undefined): readonly unknown[] => {
        const found = of.types.find((one) => one.rtype === rtype);
        return found ? [found.behavior, ...lineage(of, found.extends)] : [];
      };
      const pasted = after.resources.slice(ours.length);
      pasted.forEach(({ rtype }, index) => {
        expect(lineage(after, rtype)).toEqual(lineage(from, from.resources[index]!.rtype));
      });
    }),
  );
});
