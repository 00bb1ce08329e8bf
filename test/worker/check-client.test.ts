import { expect, test } from 'vitest';
import { createExperiment } from '../../src/model/experiment.ts';
import { type CheckPort, type CheckRequest, createProblemFinder } from '../../src/worker/check-client.ts';

function setUp() {
  const sent: CheckRequest[] = [];
  const port: CheckPort = { postMessage: (message) => sent.push(message), onmessage: null };
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
