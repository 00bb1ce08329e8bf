import { expect, test, vi } from 'vitest';
import { createExperiment } from '../../src/model/experiment.ts';
import { joinParts } from '../../src/worker/experiment-parts.ts';
import { type CheckPort, type CheckRequest, createProblemFinder } from '../../src/worker/check-client.ts';

function setUp() {
  const sent: Extract<CheckRequest, { kind: 'check' }>[] = [];
  const port: CheckPort = {
    postMessage: (message) => message.kind === 'check' && sent.push(message),
    onmessage: null,
  };
  const find = createProblemFinder(() => port);
  const answer = () => port.onmessage?.({ data: { problems: [] } } as unknown as MessageEvent);
  return { sent, find, answer };
}

test('what changes while a check is under way is looked at once, as it is then', () => {
  const { sent, find, answer } = setUp();
  const found: string[] = [];
  for (const id of ['a', 'b', 'c']) find(createExperiment(id), () => found.push(id));
  expect(sent.map(({ experiment }) => experiment.id)).toEqual(['a']);
  answer();
  expect(sent.map(({ experiment }) => experiment.id)).toEqual(['a', 'c']);
  expect(found).toEqual([]);
  answer();
  expect(found).toEqual(['c']);
});

test('the next check begins at once when nothing is under way', () => {
  const { sent, find, answer } = setUp();
  find(createExperiment('a'), () => {});
  answer();
  find(createExperiment('b'), () => {});
  expect(sent).toHaveLength(2);
});

test('a large experiment goes over in parts, and is whole again', () => {
  vi.useFakeTimers();
  const sent: CheckRequest[] = [];
  const find = createProblemFinder(() => ({ postMessage: (message) => sent.push(message), onmessage: null }));
  const resources = Array.from({ length: 5000 }, (_, index) => ({
    guid: index + 1,
    rtype: 'linux::Node',
    attributes: {},
    traces: [],
  }));
  const experiment = { ...createExperiment('large'), resources };
  find(experiment, () => {});
  expect(sent).toHaveLength(1);
  vi.runAllTimers();
  vi.useRealTimers();
  const parts = sent.flatMap((message) => (message.kind === 'part' ? [message.part] : []));
  const rest = sent.at(-1)!;
  expect(parts.length).toBeGreaterThan(1);
  expect(rest.kind === 'check' && joinParts(rest.experiment, parts)).toEqual(experiment);
});
