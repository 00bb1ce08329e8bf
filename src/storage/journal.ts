// The journal of a document: what each change was, and how an experiment is had again from a snapshot and the changes
// since.
import { parseJsonLine, printJsonLine } from '../format/json-value.ts';
import { isExperiment } from '../format/json.ts';
import type { Experiment } from '../model/experiment.ts';
import type { JournalEntry, Place } from './document-rows.ts';
import { applyChange, diffJson } from './json-diff.ts';

/** Writes what changed between two experiments; undefined when nothing did. */
export function printChange(before: Experiment, after: Experiment): string | undefined {
  const change = diffJson(before, after);
  return change && printJsonLine(change);
}

export interface Replayed {
  readonly experiment: Experiment;
  /** Of the last change that it includes. */
  readonly place: Place;
  readonly used: readonly JournalEntry[];
  /** The changes from the first one on that could not be used, and why. */
  readonly unread: readonly JournalEntry[];
  readonly why: string | undefined;
}

/**
 * Makes the changes since a snapshot again. Never throws: it stops at the first change that can't be read, was made
 * from something else, or leaves no experiment.
 * @param from the experiment of the snapshot, and its place.
 */
export function replay(
  from: { readonly experiment: Experiment; readonly place: Place },
  entries: readonly JournalEntry[],
): Replayed {
  const replayed = replayUnchecked(from, entries);
  if (replayed.used.length === 0 || isExperiment(replayed.experiment)) return replayed;
  // Damaged without looking so: now each step is checked.
  let good: Replayed = { ...from, used: [], unread: [], why: undefined };
  for (const [index, entry] of replayed.used.entries()) {
    const next = replayUnchecked(good, [entry]);
    if (next.used.length === 0 || !isExperiment(next.experiment)) {
      return { ...good, unread: entries.slice(index), why: next.why ?? 'it leaves no valid experiment' };
    }
    good = { ...next, used: [...good.used, entry] };
  }
  return { ...good, unread: replayed.unread, why: replayed.why };
}

function replayUnchecked(
  from: { readonly experiment: Experiment; readonly place: Place },
  entries: readonly JournalEntry[],
): Replayed {
  let { experiment, place } = from;
  for (const [index, entry] of entries.entries()) {
    try {
      if (entry.sequence !== place.sequence + 1) throw new Error('changes before it are missing');
      if (entry.after !== place.writer) throw new Error('it was made from another version');
      experiment = applyChange(experiment, parseJsonLine(entry.text)) as Experiment;
      place = { sequence: entry.sequence, writer: entry.writer };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { experiment, place, used: entries.slice(0, index), unread: entries.slice(index), why };
    }
  }
  return { experiment, place, used: entries, unread: [], why: undefined };
}
