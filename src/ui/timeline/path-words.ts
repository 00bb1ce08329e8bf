import type { PathKind } from '../../record/critical-path.ts';

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
