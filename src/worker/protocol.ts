// What the page and the worker say to each other. Messages about a run that is not the last one started are late and
// mean nothing, so each carries its run's number.
import type { RunPlan } from '../model/run-plan.ts';
import type { RunChunk } from '../record/chunk.ts';
import type { ExperimentPart } from './experiment-parts.ts';
import type { WorkerPort } from './life.ts';

export type ToWorker =
  /** The beginning of the lists of a large experiment, in order; the rest comes with `start`. */
  | { readonly kind: 'part'; readonly run: number; readonly part: ExperimentPart }
  /** Begins a run; whatever the worker was doing ends. */
  | {
      readonly kind: 'start';
      readonly run: number;
      readonly plan: RunPlan;
    }
  /** Breaks a run off between two slices. */
  | { readonly kind: 'cancel'; readonly run: number };

export type FromWorker =
  /** The next part of a run; its columns are transferred, not copied. The run is over when it has an outcome. */
  | { readonly kind: 'chunk'; readonly run: number; readonly chunk: RunChunk }
  /** The run broke: a bug, or an experiment that can't be simulated. */
  | { readonly kind: 'failure'; readonly run: number; readonly error: RemoteError }
  /** The run was broken off; the worker is free. */
  | { readonly kind: 'cancelled'; readonly run: number };

/** The worker, or what does its work, as the page sees it. */
export type EnginePort = WorkerPort<ToWorker, FromWorker>;

/** An error that crosses over: the class is lost, its name is not. */
export interface RemoteError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

export function describeError(error: unknown): RemoteError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  return { name: error.name, message: error.message, ...(error.stack && { stack: error.stack }) };
}

/** A chunk whose columns own their memory, and that memory: what `postMessage` is to transfer. */
export function packChunk(chunk: RunChunk): { readonly chunk: RunChunk; readonly transfer: ArrayBuffer[] } {
  const transfer: ArrayBuffer[] = [];
  const events = packColumns(chunk.events, transfer);
  const stretches = packColumns(chunk.stretches, transfer);
  return { chunk: { ...chunk, events, stretches }, transfer };
}

/**
 * Gives the memory of a chunk's columns back at once, where the browser can; otherwise it is garbage, and the more there
 * is of that, the sooner the page stands still to collect it.
 */
export function freeChunk({ events, stretches }: RunChunk): void {
  for (const column of [...Object.values(events), ...Object.values(stretches)]) {
    if (ArrayBuffer.isView(column)) (column.buffer as MovableBuffer).transfer?.(0);
  }
}

/** ES2024, which not every browser and Node has. */
interface MovableBuffer {
  transfer?(length: number): ArrayBuffer;
}

/** Columns that are a window on something larger are copied: transferring would take the rest along. */
function packColumns<Columns extends RunChunk['events'] | RunChunk['stretches']>(
  columns: Columns,
  transfer: ArrayBuffer[],
): Columns {
  const packed = Object.entries(columns).map(([name, column]) => {
    if (!ArrayBuffer.isView(column)) return [name, column];
    const array = column as Uint8Array<ArrayBuffer>;
    const own = array.byteLength === array.buffer.byteLength && array.length === columns.length;
    const result = own ? array : array.slice(0, columns.length);
    transfer.push(result.buffer);
    return [name, result];
  });
  return Object.fromEntries(packed) as Columns;
}
