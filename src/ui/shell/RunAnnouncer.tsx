import { useCallback } from 'react';
import type { RunState } from '../../app/stores/run-store.ts';
import { type Step } from '../../model/experiment.ts';
import { resourceName } from '../../model/resource-name.ts';
import { shownText } from '../../model/visible-text.ts';
import { SCRIPT_GUID } from '../../record/chunk.ts';
import { firstAbove, firstFrom } from '../../record/columns.ts';
import { eventText } from '../../record/event-text.ts';
import { useSimulated } from '../context/studio-context.tsx';
import { printTime } from '../text/time-text.ts';
import { describeOutcome } from '../text/describe-outcome.ts';
import { useRunScript } from '../run/run-lanes.ts';

/** More than these are counted instead of read out. */
const MOST_READ = 3;

/** Reads out what happens at the cursor while stepping, and how the run ends. Silent while it plays, and in Design. */
export function RunAnnouncer() {
  const script = useRunScript();
  const text = useSimulated(useCallback((state) => (state.playing ? '' : describeInstant(state, script)), [script]));
  return (
    <div className="visually-hidden" aria-live="polite" role="status" aria-label="Run">
      {text}
    </div>
  );
}

function describeInstant({ record, experiment, cursor }: RunState, script: readonly Step[]): string {
  if (!record || !experiment) return '';
  const { time, guid, length } = record.events;
  const first = firstFrom(time, cursor, 0, length);
  const end = firstAbove(time, cursor, first, length);
  const said = Array.from({ length: Math.min(MOST_READ, end - first) }, (_, index) => {
    const row = first + index;
    const who = guid[row] === SCRIPT_GUID ? 'script' : resourceName(experiment.resources, guid[row]!);
    return `${who}: ${shownText(eventText(record, row, script))}`;
  });
  if (end - first > MOST_READ) said.push(`and ${end - first - MOST_READ} more`);
  if (record.outcome && cursor >= record.now) said.push(describeOutcome(record.outcome, script));
  return said.length ? `${printTime(cursor, 1, record.now)}. ${said.join(', ')}.` : '';
}
