import type { AttributeValue } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import type { LogLine } from '../../../record/chunk.ts';
import type { Continuation } from '../../kernel/tasks/process.ts';
import type { Condition } from './condition.ts';

/**
 * What the runtime of a resource asks of its manager: the methods of a ResourceManager, any of which a program's own
 * class may override.
 */
export interface ManagedResource {
  readonly guid: Guid;
  readonly rtype: string;
  readonly isCritical: boolean;
  logMessage(message: string): string;
  log(level: LogLine['level'], message: string): void;

  get(name: string): AttributeValue | undefined;
  set(name: string, value: AttributeValue): void;
  registerConnection(guid: Guid): void;
  unregisterConnection(guid: Guid): void;

  discover(): Continuation;
  provision(): Continuation;
  deploy(): Continuation;
  start(): Continuation;
  stop(): Continuation;
  release(): Continuation;
  fail(): Continuation;
  failtrap(error: unknown): Continuation;

  deployWithConditions(): Continuation;
  startWithConditions(): Continuation;
  stopWithConditions(): Continuation;
  setWithConditions(name: string, value: AttributeValue, condition: Condition): Continuation;

  doDiscover(): Continuation;
  doProvision(): Continuation;
  doDeploy(): Continuation;
  doStart(): Continuation;
  doStop(): Continuation;
  doRelease(): Continuation;
  doFail(): Continuation;
  setReleased(): void;
}
