import { expect, test, vi } from 'vitest';
import { createExperiment } from '../../src/model/experiment.ts';
import { joinParts } from '../../src/worker/experiment-parts.ts';
import { createProblemFinder } from '../../src/worker/check-client.ts';
import type { CheckPort, CheckRequest } from '../../src/worker/check-protocol.ts';

function setUp() {
  const sent: Extract<CheckRequest, { kind: 'check' }>[] = [];
  const ports: CheckPort[] = [];
  let terminated = 0;
  const locals: CheckPort[] = [];
  const make = (into: CheckPort[]) => () => {
    const port: CheckPort = {
      postMessage: (message) => message.kind === 'check' && sent.push(message),
      terminate: () => void terminated++,
      onmessage: null,
      onlost: null,
    };
    into.push(port);
    return port;
  };
  const finder = createProblemFinder(make(ports), make(locals));
  const answer = (port = ports.at(-1)!) => port.onmessage?.({ data: { kind: 'found', problems: [] } });
  return { ...finder, sent, ports, locals, answer, ended: () => terminated };
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

test('a check under way is ended when it is put off, and begun anew when it is taken up', () => {
  const { sent, find, putOff, takeUp, ports, answer, ended } = setUp();
  const found: string[] = [];
  find(createExperiment('a'), () => found.push('a'));
  putOff();
  expect(ended()).toBe(1);
  answer(ports[0]);
  expect(found).toEqual([]);
  takeUp();
  expect(sent.map(({ experiment }) => experiment.id)).toEqual(['a', 'a']);
  answer();
  expect(found).toEqual(['a']);
});

test('of what was put off and what was asked for since, the last is looked at, and at once', () => {
  const { sent, find, putOff, takeUp, answer } = setUp();
  const found: string[] = [];
  find(createExperiment('a'), () => found.push('a'));
  find(createExperiment('b'), () => found.push('b'));
  putOff();
  find(createExperiment('c'), () => found.push('c'));
  expect(sent.map(({ experiment }) => experiment.id)).toEqual(['a', 'c']);
  takeUp();
  answer();
  expect(sent).toHaveLength(2);
  expect(found).toEqual(['c']);
});

test('where nothing is under way there is nothing to put off', () => {
  const { sent, find, putOff, takeUp, answer, ended } = setUp();
  putOff();
  find(createExperiment('a'), () => {});
  answer();
  putOff();
  takeUp();
  expect(sent).toHaveLength(1);
  expect(ended()).toBe(0);
});

test('a large experiment goes over in parts, and is whole again', () => {
  vi.useFakeTimers();
  const sent: CheckRequest[] = [];
  const { find } = createProblemFinder(() => ({
    postMessage: (message) => sent.push(message),
    terminate() {},
    onmessage: null,
    onlost: null,
  }));
  const resources = Array.from({ length: 5000 }, (_, index) => ({
    guid: index + 1,
    rtype: 'linux::Node',
    attributes: {},
    traces: [],
  }));
  const experiment = { ...createExperiment('large'), resources };
  find(experiment, () => {});
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1000);
  vi.useRealTimers();
  const parts = sent.flatMap((message) => (message.kind === 'part' ? [message.part] : []));
  const rest = sent.at(-1)!;
  expect(parts.length).toBeGreaterThan(1);
  expect(rest.kind === 'check' && joinParts(rest.experiment, parts)).toEqual(experiment);
});

test('a check whose worker is lost is begun again in another, and says so', () => {
  const { sent, find, ports, answer } = setUp();
  const heard: string[] = [];
  find(
    createExperiment('a'),
    () => heard.push('found'),
    ({ kind, message }) => heard.push(`${kind}: ${message}`),
  );
  ports[0]!.onlost?.('ended');
  expect(heard).toEqual(['again: The part of the studio that checks the experiment ended unexpectedly.']);
  expect(sent).toHaveLength(2);
  answer();
  expect(heard.at(-1)).toBe('found');
});

test('of a check that was lost and a newer one, the newer is looked at', () => {
  const { sent, find, ports, answer } = setUp();
  const found: string[] = [];
  for (const id of ['a', 'b']) find(createExperiment(id), () => found.push(id));
  ports[0]!.onlost?.('ended');
  expect(sent.map(({ experiment }) => experiment.id)).toEqual(['a', 'b']);
  answer();
  expect(found).toEqual(['b']);
});

test('after three lost workers the page checks itself; when that fails too the check stops, and can be asked for', () => {
  const { find, ports, locals, answer } = setUp();
  const heard: string[] = [];
  const check = () =>
    find(
      createExperiment('a'),
      () => heard.push('found'),
      ({ kind }) => heard.push(kind),
    );
  check();
  for (let tries = 0; tries < 3; tries++) ports.at(-1)!.onlost?.('not loaded');
  expect(ports).toHaveLength(3);
  locals[0]!.onlost?.('not loaded');
  expect(heard).toEqual(['again', 'again', 'again', 'stopped']);
  check();
  expect(ports).toHaveLength(4);
  answer();
  expect(heard.at(-1)).toBe('found');
});

test('a worker that is lost between two checks is replaced for the next', () => {
  const { find, ports, answer } = setUp();
  const heard: string[] = [];
  find(createExperiment('a'), () => heard.push('a'));
  answer();
  ports[0]!.onlost?.('ended');
  find(createExperiment('b'), () => heard.push('b'));
  answer();
  expect(heard).toEqual(['a', 'b']);
});

test('a rule that breaks stops the check with a sentence', () => {
  const { find, ports } = setUp();
  const heard: string[] = [];
  find(
    createExperiment('a'),
    () => heard.push('found'),
    ({ kind, message }) => heard.push(`${kind}: ${message}`),
  );
  ports[0]!.onmessage?.({ data: { kind: 'failed', error: { name: 'TypeError', message: 'x is undefined' } } });
  expect(heard).toEqual(['stopped: A rule broke on this experiment (x is undefined).']);
});
