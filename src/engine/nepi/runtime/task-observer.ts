import { SCRIPT_GUID } from '../../../record/chunk.ts';
import type { Observer } from '../../kernel/tasks/observer.ts';
import type { Process } from '../../kernel/tasks/process.ts';
import { messageOf, ResourceError } from '../errors.ts';
import { VIA } from '../recording/codes.ts';
import { DeploymentGroup } from './deployment-group.ts';
import { ResourceRuntime } from './resource-runtime.ts';
import type { RunContext } from './run-context.ts';

/** Reports to the record what the simulator does with the tasks of resources and deployment groups. */
export class TaskObserver implements Observer {
  readonly #context: Pick<RunContext, 'recording' | 'now'>;
  /** Errors that were logged when they failed a resource, and are still on their way up. */
  readonly #logged = new Set<unknown>();

  constructor(context: Pick<RunContext, 'recording' | 'now'>) {
    this.#context = context;
  }

  reasonOf(running: Process): object {
    return this.#context.recording.causes.reasonOf(running);
  }

  queued(task: Process): void {
    if (task.owner instanceof DeploymentGroup) task.owner.queuedAt = this.#context.now;
    else if (task.owner instanceof ResourceRuntime) this.#context.recording.waits.queued(task.owner, task);
  }

  handedWorker(task: Process, by: Process): void {
    const { causes, waits } = this.#context.recording;
    causes.handOver(task, by, VIA.worker);
    if (task.owner instanceof ResourceRuntime) waits.dequeued(task.owner, task);
  }

  handedLock(to: Process, by: Process): void {
    this.#context.recording.causes.handOver(to, by, VIA.lock);
  }

  waitsNoMore(task: Process): void {
    if (task.owner instanceof ResourceRuntime) this.#context.recording.waits.dropped(task.owner, task);
  }

  dropped(task: Process): void {
    if (task.owner instanceof DeploymentGroup) task.owner.giveUp();
    else if (task.wait) this.waitsNoMore(task);
  }

  /** An error was logged as a resource's failure; it is not logged again wherever it is raised to. */
  logged(error: unknown): void {
    this.#logged.add(error);
  }

  /** NEPI: ExperimentController._execute, which logs the errors of tasks. */
  raised(_process: Process, error: unknown): void {
    if (this.#logged.delete(error)) return;
    const guid = error instanceof ResourceError ? error.guid : SCRIPT_GUID;
    this.#context.recording.log(guid, 'error', messageOf(error));
  }
}
