import { expect, test } from 'vitest';
import { createDocumentStore } from '../../../src/app/stores/document-store.ts';
import { createProblemStore, type FindProblems } from '../../../src/app/stores/problem-store.ts';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import type { Problem } from '../../../src/rules/problem.ts';

const experiment: Experiment = {
  ...createExperiment('e'),
  resources: [{ guid: 1, rtype: 'linux::Nod', attributes: {}, traces: [], position: { x: 0, y: 0 } }],
};
const warning: Problem = { rule: 'a', severity: 'warning', message: 'odd', place: { guid: 1 } };
const error: Problem = {
  rule: 'b',
  severity: 'error',
  message: 'unknown',
  place: { guid: 1 },
  fix: { label: 'Make it a linux::Node', edit: { kind: 'set-rtype', guids: [1], rtype: 'linux::Node' } },
};

/** Finds what it is told to, when it is told to. */
function setUp() {
  const document = createDocumentStore(experiment);
  const asked: ((problems: readonly Problem[]) => void)[] = [];
  const find: FindProblems = (_experiment, onFound) => asked.push(onFound);
  return { document, asked, problems: createProblemStore(document, find) };
}

test('problems come worst first, and by resource', () => {
  const { asked, problems } = setUp();
  asked[0]!([warning, error]);
  expect(problems.getState().problems).toEqual([error, warning]);
  expect(problems.getState().byGuid.get(1)).toEqual([error, warning]);
});

test('moving a resource asks nothing, renaming it does', () => {
  const { document, asked } = setUp();
  document.getState().apply({ kind: 'move', positions: new Map([[1, { x: 10, y: 0 }]]) });
  expect(asked).toHaveLength(1);
  document.getState().apply({ kind: 'set-label', guid: 1, label: 'host' });
  expect(asked).toHaveLength(2);
});

test('a fix is applied as one edit, but not to an experiment that is another by now', () => {
  const { document, asked, problems } = setUp();
  asked[0]!([error]);
  document.getState().apply({ kind: 'set-label', guid: 1, label: 'host' });
  problems.getState().fix(error);
  expect(document.getState().experiment.resources[0]!.rtype).toBe('linux::Nod');
  asked[1]!([error]);
  problems.getState().fix(error);
  expect(document.getState().experiment.resources[0]!.rtype).toBe('linux::Node');
});
