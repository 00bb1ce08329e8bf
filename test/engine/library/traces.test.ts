// NEPI: Trace and TraceAttr.
import { describe, expect, test } from 'vitest';
import {
  ExperimentController,
  nepiCatalog,
  ResourceFactory,
  type SimulatedResource,
} from '../../../src/engine/index.ts';
import { controller, nodes } from './lab.ts';

describe('a trace of a class of the user', () => {
  const ec = controller({ expId: 'demo' });
  const [a, b] = nodes(ec, 2) as [number, number];
  ec.enableTrace(a, 'boot');
  ec.deploy();
  ec.waitDeployed([a, b]);

  test('has what was written to it once it was enabled', () => {
    expect(ec.trace(a, 'boot')).toBe('up\n');
    expect(ec.trace(a, 'boot', 'ALL')).toBe('up\n');
    expect(ec.traceEnabled(a, 'boot')).toBe(true);
  });

  test('is read in blocks', () => {
    expect([0, 1, 2].map((offset) => ec.trace(a, 'boot', 'STREAM', 2, offset))).toEqual(['up', '\n', '']);
    expect(ec.trace(a, 'boot', 'STREAM')).toBe('up\n');
    expect(() => ec.trace(a, 'boot', 'STREAM', 0)).toThrow(/no block 0 of 0 characters/);
    expect(() => ec.trace(a, 'boot', 'STREAM', 2, -1)).toThrow(/no block -1 of 2 characters/);
  });

  test('has a size and a path', () => {
    expect(ec.trace(a, 'boot', 'SIZE')).toBe(3);
    expect(ec.trace(a, 'boot', 'PATH')).toBe(`/demo/${a}/boot`);
  });

  test('that was not enabled, or that the type lacks, is an error', () => {
    expect(ec.traceEnabled(b, 'boot')).toBe(false);
    expect(() => ec.trace(b, 'boot')).toThrow(/not enabled/);
    expect(() => ec.trace(a, 'noise')).toThrow(/not enabled/);
    expect(() => ec.enableTrace(a, 'smell')).toThrow(/no trace 'smell'/);
    expect(() => ec.trace(a, 'smell')).toThrow(/no trace 'smell'/);
  });
});

test('a simulated resource writes what it did, and when, to stdout; what went wrong to stderr', () => {
  const ec = new ExperimentController({ factory: new ResourceFactory(nepiCatalog) });
  const node = ec.registerResource('linux::Node');
  const [ping, broken] = [ec.registerResource('linux::Ping'), ec.registerResource('linux::Ping')];
  ec.set(broken, 'critical', false);
  (ec.getResource(broken) as SimulatedResource).behave({ failure: { start: 1 } });
  for (const guid of [ping, broken]) {
    ec.registerConnection(node, guid);
    for (const name of ['stdout', 'stderr']) ec.enableTrace(guid, name);
  }
  ec.deploy();
  ec.waitFinished([ping, broken]);
  const seconds = (ec.stateTime(ping, 'STARTED')! / 1e6).toFixed(6);
  expect(ec.trace(ping, 'stdout')).toContain(`${seconds} start done\n`);
  expect(ec.trace(ping, 'stdout')).toMatch(
    / discover done\n.* provision done\n.* ready done\n.* start done\n.* run done\n$/,
  );
  expect(ec.trace(ping, 'stderr')).toBe('');
  expect(ec.trace(broken, 'stderr')).toBe(`${(ec.stateTime(broken, 'FAILED')! / 1e6).toFixed(6)} start failed\n`);
});
