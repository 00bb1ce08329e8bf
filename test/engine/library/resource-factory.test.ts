// NEPI: ResourceFactory, and the templates that clsinit and clsinit_copy make.
import { describe, expect, test } from 'vitest';
import {
  type AttributeDefinition,
  ExperimentController,
  nepiCatalog,
  ResourceFactory,
  ResourceManager,
  SimulatedResource,
} from '../../../src/engine/index.ts';
import { Board, controller, Node } from './lab.ts';

describe('it knows', () => {
  test('the root type, and no other, to begin with', () => {
    expect(new ResourceFactory().resourceTypes.map(({ rtype }) => rtype)).toEqual(['Resource']);
  });

  test('the 182 types of the catalogue, by one call', () => {
    const factory = new ResourceFactory();
    factory.registerCatalog(nepiCatalog);
    expect(factory.resourceTypes).toHaveLength(182);
    const ec = new ExperimentController({ factory });
    expect(ec.getResource(ec.registerResource('linux::Ping'))).toBeInstanceOf(SimulatedResource);
  });

  test('classes that are registered one by one', () => {
    const factory = new ResourceFactory(nepiCatalog);
    factory.registerType(Node);
    expect(factory.resourceTypes).toHaveLength(183);
    expect(factory.getResourceType('lab::Node')!.lineage).toEqual(['lab::Node', 'Resource']);
  });

  test('the classes of a module, in whatever order it exports them', () => {
    const factory = new ResourceFactory();
    factory.registerTypes({ Board, Node, notAType: 5, helper: () => Board, Base: ResourceManager });
    expect(factory.getResourceType('lab::Board')!.lineage).toEqual(['lab::Board', 'lab::Node', 'Resource']);
    expect(factory.resourceTypes).toHaveLength(3);
  });

  test('its classes still when a catalogue has types of the same name', () => {
    const factory = new ResourceFactory();
    factory.registerTypes({ Node });
    factory.registerCatalog(nepiCatalog);
    const ec = new ExperimentController({ factory });
    expect(ec.getResource(ec.registerResource('lab::Node'))).toBeInstanceOf(Node);
  });
});

describe('it makes', () => {
  test('resources of the class of their type, or of the nearest type that it extends', () => {
    class LoudPing extends SimulatedResource {
      static override readonly rtype: string = 'lab::LoudPing';
      static readonly extendsType: string = 'linux::Ping';
    }
    class LouderPing extends LoudPing {
      static override readonly rtype: string = 'lab::LouderPing';
    }
    const factory = new ResourceFactory(nepiCatalog);
    factory.registerTypes({ LouderPing, LoudPing });
    const ec = new ExperimentController({ factory });
    const ping = ec.getResource(ec.registerResource('lab::LouderPing'));
    expect(ping).toBeInstanceOf(LouderPing);
    expect(ping.type.lineage.slice(0, 3)).toEqual(['lab::LouderPing', 'lab::LoudPing', 'linux::Ping']);
    expect(ping.hasAttribute('target')).toBe(true);
  });

  test('nothing of a type that it does not know, and says so', () => {
    expect(() => controller().registerResource('lab::Nothing')).toThrow(/no resource type 'lab::Nothing'/);
  });
});

describe('a class that it can not register', () => {
  test.each([
    ['extends a type that is not there', 'lab::Nothing', /extends 'lab::Nothing', which is not registered/],
    ['extends itself', 'lab::Odd', /lab::Odd can't extend itself/],
  ])('%s', (_, extendsType, message) => {
    class Odd extends ResourceManager {
      static override readonly rtype = 'lab::Odd';
      static readonly extendsType = extendsType;
    }
    expect(() => new ResourceFactory().registerType(Odd)).toThrow(message);
  });
});

describe('a template', () => {
  const ec = controller();
  const board = ec.getResource(ec.registerResource('lab::Board'));

  test('has what the type that it extends has', () => {
    expect(board.get('cores')).toBe(4);
    expect(board.get('critical')).toBe(true);
    expect(ec.getTraces(board.guid)).toContain('boot');
  });

  test('has its own added, or in the place of those', () => {
    expect(board.get('kind')).toBe('board');
    expect(board.getAttribute('kind').allowed).toEqual(['board']);
    expect(ec.getTraces(board.guid)).toContain('gpio');
  });

  test('lacks what its class leaves out, which its parent keeps', () => {
    expect(board.hasAttribute('password')).toBe(false);
    expect(ec.getTraces(board.guid)).not.toContain('noise');
    const node = ec.getResource(ec.registerResource('lab::Node'));
    expect(node.hasAttribute('password')).toBe(true);
    expect(ec.getTraces(node.guid)).toEqual(['boot', 'noise']);
  });

  test('inherits what a subclass says nothing of, even where it removed that itself', () => {
    class Tiny extends Board {
      static override readonly rtype: string = 'lab::Tiny';
    }
    const tiny = controller({}, { Tiny });
    expect(tiny.getAttributes(tiny.registerResource('lab::Tiny'))).toEqual(board.getAttributes());
  });

  test('begins anew where its class does not inherit', () => {
    class Bare extends Node {
      static override readonly rtype: string = 'lab::Bare';
      static readonly inherits = false;
      static override readonly attributes: readonly AttributeDefinition[] = [{ name: 'only', type: 'STRING' }];
      static override readonly traces: readonly string[] = [];
    }
    const bare = controller({}, { Bare });
    const guid = bare.registerResource('lab::Bare');
    expect(bare.getAttributes(guid).map(({ name }) => name)).toEqual(['only']);
    expect(bare.getTraces(guid)).toEqual([]);
    expect(bare.getResource(guid).isRmInstance('lab::Node')).toBe(true);
  });
});
