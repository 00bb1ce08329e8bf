import { STATE_ORDER } from '../../model/state.ts';
import type { PathKind, PathLink, PathPart } from '../../record/critical-path.ts';
import { KIND_SET } from '../../record/chunk.ts';
import { explain } from '../../record/explain.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { Sentence } from '../../record/sentence.ts';
import { printSpan } from '../text/time-text.ts';

/** What time on the critical path goes into, as tables say it. */
export const PATH_WORDS: Readonly<Record<PathKind, string>> = {
  work: 'Work of resources',
  run: 'Applications running',
  delay: 'Delays of conditions',
  condition: 'Waiting for others',
  polling: 'Polling',
  worker: 'No free worker',
  lock: 'Waiting for a lock',
  sleep: "The script's sleeps",
  intervention: 'Until somebody intervened',
  other: 'Not recorded',
};

/** The same after a span of time. */
const AFTER_SPAN: Readonly<Record<PathKind, string>> = {
  work: 'of work',
  run: 'of running',
  delay: "of its condition's delay",
  condition: 'of waiting for others',
  polling: 'to the next poll',
  worker: 'without a free worker',
  lock: 'until its lock was free',
  sleep: 'of sleep',
  intervention: 'until somebody intervened',
  other: 'not recorded',
};

/**
 * What time went into, part by part: `1 s to the next poll, 400 ms of work`.
 * @param intervened what somebody did, where that is known better.
 */
export function partsText(parts: readonly PathPart[], intervened?: string): string {
  return parts
    .map(({ kind, from, to }) => {
      const isKnown = kind === 'intervention' && intervened !== undefined;
      return `${printSpan(to - from)} ${isKnown ? `until ${intervened}` : AFTER_SPAN[kind]}`;
    })
    .join(', ');
}

/** For whom a resource waited, in vain, until somebody intervened; undefined where nobody did, or for nobody. */
export function waitBefore(record: RunRecord, { guid, parts }: PathLink): Sentence | undefined {
  const until = parts.find(({ kind }) => kind === 'intervention')?.to;
  if (until === undefined) return undefined;
  const { chain, sentences } = explain(record, guid, until - 1);
  return chain.length > 1 ? sentences[1] : undefined;
}

/** What somebody who intervened did to the resource of an event that came of it. */
export function whatWasDone(record: RunRecord, event: number): string {
  const kind = record.events.kind[event];
  if (kind === STATE_ORDER.FAILED) return 'it was made to fail';
  if (kind === STATE_ORDER.STOPPED) return 'it was stopped by hand';
  return kind === KIND_SET ? 'it was set by hand' : 'somebody intervened';
}
