// NEPI: Attribute, Types and Flags, as ResourceManager and ExperimentController let a program use them.
import { describe, expect, test } from 'vitest';
import type { AttributeDefinition, AttributeValue } from '../../../src/engine/index.ts';
import { controller, Node, nodes } from './lab.ts';

function oneNode() {
  const ec = controller();
  return { ec, node: nodes(ec, 1)[0]! };
}

describe('a value', () => {
  test.each<[string, AttributeValue, AttributeValue, RegExp]>([
    ['kind', 'board', 'fridge', /pc, board/],
    ['cores', 64, 65, /from 1 to 64/],
    ['load', 0.5, 'half', /a number/],
    ['load', 1, 1.5, /from 0 to 1/],
    ['cores', '64', '65', /from 1 to 64; not the text '65'/],
  ])('of %s may be %s, not %s', (name, good, bad, message) => {
    const { ec, node } = oneNode();
    ec.set(node, name, good);
    expect(ec.get(node, name)).toBe(good);
    expect(() => ec.set(node, name, bad)).toThrow(message);
    expect(ec.get(node, name)).toBe(good);
  });

  // NEPI checks enumerations and ranges only; a range is checked on the number that a text stands for.
  test.each<[string, AttributeValue]>([
    ['hostname', 7],
    ['shared', 'yes'],
    ['cores', 8.5],
    ['cores', ' 16 '],
    ['load', '1e-1'],
  ])('of %s may be %o, and stays as it was given', (name, value) => {
    const { ec, node } = oneNode();
    ec.set(node, name, value);
    expect(ec.get(node, name)).toBe(value);
  });

  test('is the default until it is set, and has changed when it is another', () => {
    const { ec, node } = oneNode();
    const rm = ec.getResource(node);
    expect([ec.get(node, 'cores'), rm.hasChanged('cores')]).toEqual([4, false]);
    ec.set(node, 'cores', 4);
    expect(rm.hasChanged('cores')).toBe(false);
    ec.set(node, 'cores', 8);
    expect(rm.hasChanged('cores')).toBe(true);
  });

  test('of an attribute that the type lacks is an error', () => {
    const { ec, node } = oneNode();
    expect(() => ec.set(node, 'colour', 'red')).toThrow(/guid 1 - there is no attribute 'colour'/);
    expect(() => ec.get(node, 'colour')).toThrow(/no attribute 'colour'/);
    expect(() => ec.getAttribute(node, 'colour')).toThrow(/no attribute 'colour'/);
    expect(() => ec.getResource(node).hasChanged('colour')).toThrow(/no attribute 'colour'/);
  });

  test('is what the set hook makes of it, who can still see the one before', () => {
    const seen: (AttributeValue | undefined)[] = [];
    class Doubling extends Node {
      static override readonly rtype: string = 'lab::Doubling';
      override onSet(name: string, value: AttributeValue): AttributeValue {
        seen.push(this.get(name));
        return name === 'cores' ? Number(value) * 2 : value;
      }
    }
    const ec = controller({}, { Doubling });
    const guid = ec.registerResource('lab::Doubling');
    ec.set(guid, 'cores', 3);
    expect(() => ec.set(guid, 'cores', 0)).toThrow(/from 1 to 64/);
    expect([ec.get(guid, 'cores'), ec.getResource(guid).get('cores')]).toEqual([6, 6]);
    expect(seen).toEqual([4]);
    expect(ec.takeRecord().details).toEqual([{ event: 0, set: ['cores', 6] }]);
  });
});

describe('a flag', () => {
  test('NoWrite: only the resource itself sets it', () => {
    const { ec, node } = oneNode();
    expect(() => ec.set(node, 'address', '10.0.0.2')).toThrow(/set by NEPI/);
    ec.deploy(node);
    ec.waitDeployed(node);
    expect(ec.get(node, 'address')).toBe('10.0.0.1');
  });

  test('NoRead: only the resource itself reads it', () => {
    const { ec, node } = oneNode();
    ec.set(node, 'token', 'y');
    expect(ec.get(node, 'token')).toBeUndefined();
    expect(ec.getResource(node).get('token')).toBe('y');
  });

  test('Credential: masked, and in no record', () => {
    const { ec, node } = oneNode();
    ec.set(node, 'password', 'sesame');
    expect(ec.get(node, 'password')).toBe('********');
    expect(ec.getResource(node).get('password')).toBe('sesame');
    expect(ec.takeRecord().details).toEqual([{ event: 0, set: ['password', '********'] }]);
  });

  test.each(['hostname', 'password', 'country'])('Design, which Credential and Filter contain: %s', (name) => {
    const { ec, node } = oneNode();
    ec.set(node, name, 'a');
    ec.deploy(node);
    ec.waitDeployed(node);
    expect(() => ec.set(node, name, 'b')).toThrow(/before the resource is deployed/);
    expect(ec.getResource(node).get(name)).toBe('a');
    expect(ec.getResource(node).hasFlag(name, 'Design')).toBe(true);
  });

  test.each(['channel', 'buffer'])('Construct and Reserved forbid nothing: %s', (name) => {
    const { ec, node } = oneNode();
    ec.deploy(node);
    ec.waitDeployed(node);
    ec.set(node, name, 1);
    expect(ec.get(node, name)).toBe(1);
    expect(ec.getResource(node).hasFlag(name, 'Design')).toBe(false);
  });

  test('Global: one value for a whole type, but for those that have one of their own', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    const board = ec.registerResource('lab::Board');
    ec.setGlobal('lab::Node', 'site', 'there');
    ec.set(b, 'site', 'elsewhere');
    expect([a, b, board].map((guid) => ec.get(guid, 'site'))).toEqual(['there', 'elsewhere', 'here']);
    expect([ec.getGlobal('lab::Node', 'site'), ec.getGlobal('lab::Board', 'site')]).toEqual(['there', 'here']);
  });

  test('Global: what it takes is checked, too', () => {
    const ec = controller();
    expect(() => ec.setGlobal('lab::Node', 'cores', 1)).toThrow(/no global attribute 'cores'/);
    expect(() => ec.getGlobal('lab::Node', 'cores')).toThrow(/no global attribute 'cores'/);
    expect(() => ec.setGlobal('lab::Nothing', 'site', 'x')).toThrow(/lab::Nothing has no global attribute/);
    expect(() => ec.setGlobal('lab::Node', 'quota', 10)).toThrow(/lab::Node: quota is a number from 1 to 9/);
    expect(() => ec.setGlobal('lab::Node', 'owner', 'me')).toThrow(/set by NEPI/);
  });
});

describe('the flag Global together with', () => {
  class Shared extends Node {
    static override readonly rtype: string = 'lab::Shared';
    static override readonly attributes: readonly AttributeDefinition[] = [
      { name: 'key', type: 'STRING', flags: ['Global', 'Credential'] },
      { name: 'image', type: 'STRING', default: 'f20', flags: ['Global', 'Design'] },
      { name: 'critical', type: 'BOOL', default: true, flags: ['Global'] },
    ];
  }

  test('Credential: masked, but for the resource itself', () => {
    const ec = controller({}, { Shared });
    const guid = ec.registerResource('lab::Shared');
    expect(ec.getGlobal('lab::Shared', 'key')).toBeUndefined();
    ec.setGlobal('lab::Shared', 'key', 'sesame');
    expect([ec.getGlobal('lab::Shared', 'key'), ec.get(guid, 'key')]).toEqual(['********', '********']);
    expect(ec.getResource(guid).get('key')).toBe('sesame');
  });

  test('Design: not to be set once a resource of the type is deployed', () => {
    const ec = controller({}, { Shared });
    const [other, guid] = [ec.registerResource('lab::Node'), ec.registerResource('lab::Shared')];
    ec.deploy(other);
    ec.waitDeployed(other);
    ec.setGlobal('lab::Shared', 'image', 'f21');
    ec.deploy(guid);
    ec.waitDeployed(guid);
    expect(() => ec.setGlobal('lab::Shared', 'image', 'f22')).toThrow(/before the resource is deployed/);
    expect(ec.get(guid, 'image')).toBe('f21');
  });

  test.each(['literal', 'skipped'] as const)('critical: who waits for a failed one finds out (polls: %s)', (polls) => {
    const ec = controller({ polls }, { Shared });
    const [lost, guid] = [ec.registerResource('lab::Shared'), ec.registerResource('lab::Node')];
    ec.setGlobal('lab::Shared', 'critical', false);
    ec.registerCondition(guid, 'START', lost, 'RELEASED');
    ec.registerCondition(guid, 'START', guid, 'STARTED');
    ec.deploy(guid);
    ec.getResource(lost).setFailed();
    ec.sleep('5s');
    ec.setGlobal('lab::Shared', 'critical', true);
    ec.sleep('5s');
    expect(ec.state(guid)).toBe('FAILED');
  });
});

test('definitions are there to read, in order of name', () => {
  const { ec, node } = oneNode();
  const names = ec.getAttributes(node).map(({ name }) => name);
  expect(names).toEqual(names.toSorted());
  expect(names).toContain('critical');
  expect(ec.getAttribute(node, 'cores')).toMatchObject({ type: 'INTEGER', default: 4, range: [1, 64] });
});
