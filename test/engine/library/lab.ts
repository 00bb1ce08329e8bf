// Resource types of a user's own, as a program defines them, and a controller that knows them.
import {
  type AttributeDefinition,
  type Blocking,
  type ControllerOptions,
  type Course,
  ExperimentController,
  ResourceFactory,
  ResourceManager,
} from '../../../src/engine/index.ts';

export const SECOND = 1_000_000;

/** Takes two seconds to deploy. */
export class Node extends ResourceManager {
  static override readonly rtype: string = 'lab::Node';
  static readonly traces: readonly string[] = ['boot', 'noise'];
  static readonly attributes: readonly AttributeDefinition[] = [
    { name: 'hostname', type: 'STRING', flags: ['Design'] },
    { name: 'cores', type: 'INTEGER', default: 4, range: [1, 64] },
    { name: 'load', type: 'DOUBLE', range: [0, 1] },
    { name: 'shared', type: 'BOOL', default: false },
    { name: 'kind', type: 'ENUM', default: 'pc', allowed: ['pc', 'board'] },
    { name: 'address', type: 'STRING', flags: ['NoWrite'] },
    { name: 'password', type: 'STRING', flags: ['Credential'] },
    { name: 'country', type: 'STRING', flags: ['Filter'] },
    { name: 'channel', type: 'INTEGER', flags: ['Construct'] },
    { name: 'buffer', type: 'INTEGER', flags: ['Reserved'] },
    { name: 'token', type: 'STRING', default: 'x', flags: ['NoRead'] },
    { name: 'site', type: 'STRING', default: 'here', flags: ['Global'] },
    { name: 'quota', type: 'INTEGER', default: 1, range: [1, 9], flags: ['Global'] },
    { name: 'owner', type: 'STRING', default: 'lab', flags: ['Global', 'NoWrite'] },
  ];

  override *doDeploy(): Blocking {
    yield 2 * SECOND;
    this.put('address', '10.0.0.1');
    this.writeTrace('boot', 'up\n');
    this.setReady();
  }
}

/** A Node of a kind: with less and more than that. */
export class Board extends Node {
  static override readonly rtype: string = 'lab::Board';
  static override readonly attributes: readonly AttributeDefinition[] = [
    { name: 'kind', type: 'ENUM', default: 'board', allowed: ['board'] },
  ];
  static override readonly traces: readonly string[] = ['gpio'];
  static readonly withoutAttributes: readonly string[] = ['password'];
  static readonly withoutTraces: readonly string[] = ['noise'];
}

/** Needs a Node to start on. */
export class Application extends ResourceManager {
  static override readonly rtype: string = 'lab::Application';
  readonly connected: number[] = [];
  readonly disconnected: number[] = [];

  override validConnection(guid: number): boolean {
    return this.ec.getResource(guid).isRmInstance('lab::Node');
  }

  override doConnect(guid: number): void {
    this.connected.push(guid);
  }

  override doDisconnect(guid: number): void {
    this.disconnected.push(guid);
  }

  override doStart(): Course {
    if (this.getConnected('lab::Node').length === 0) throw new Error('there is no node to start on');
    return super.doStart();
  }
}

/** A controller that knows these types, and others. */
export function controller(
  options: ControllerOptions = {},
  more: Readonly<Record<string, unknown>> = {},
): ExperimentController {
  const factory = new ResourceFactory();
  factory.registerTypes({ Node, Board, Application, ...more });
  return new ExperimentController({ factory, ...options });
}

/** So many Nodes. */
export function nodes(ec: ExperimentController, count: number): number[] {
  return Array.from({ length: count }, () => ec.registerResource('lab::Node'));
}

/** What was logged, with whom it is about. */
export function logOf(ec: ExperimentController): readonly (readonly [guid: number, text: string])[] {
  return ec.takeRecord().log.map(({ guid, text }) => [guid, text] as const);
}
