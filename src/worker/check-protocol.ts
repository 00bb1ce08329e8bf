// What the page and the worker of the rules send each other.
import type { Experiment } from '../model/experiment.ts';
import type { Problem } from '../rules/problem.ts';
import type { ExperimentPart } from './experiment-parts.ts';
import type { WorkerPort } from './life.ts';
import type { RemoteError } from './protocol.ts';

export type CheckRequest =
  /** The beginning of the lists of a large experiment, in order. */
  | { readonly kind: 'part'; readonly part: ExperimentPart }
  /** What is left of it. */
  | { readonly kind: 'check'; readonly experiment: Experiment };
export type CheckAnswer =
  | { readonly kind: 'found'; readonly problems: readonly Problem[] }
  /** A rule broke: a bug. */
  | { readonly kind: 'failed'; readonly error: RemoteError };

/** The worker, or what does its work, as the page sees it. */
export type CheckPort = WorkerPort<CheckRequest, CheckAnswer>;
