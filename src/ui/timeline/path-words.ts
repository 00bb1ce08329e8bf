import type { PathKind, PathPart } from '../../record/critical-path.ts';
import { printSpan } from './time-text.ts';

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
  other: 'not recorded',
};

/** What time went into, part by part: `1 s to the next poll, 400 ms of work`. */
export function partsText(parts: readonly PathPart[]): string {
  return parts.map(({ kind, from, to }) => `${printSpan(to - from)} ${AFTER_SPAN[kind]}`).join(', ');
}
