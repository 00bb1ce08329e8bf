import type { Step } from '../../model/experiment.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { explain } from '../../record/explain.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { spanAt } from '../../record/state-spans.ts';
import { CauseList } from './CauseList.tsx';
import { type CursorSource, useCursor } from './cursor-source.ts';
import { SentenceText } from './SentenceText.tsx';
import styles from './TimelineAside.module.css';

/** Why a resource is where it is at the cursor, down to the root of the waiting. */
export function WhyPanel({
  record,
  guid,
  cursor,
  labelOf,
  script,
  onSelect,
  onCursor,
}: {
  readonly record: RunRecord;
  readonly guid: Guid;
  readonly cursor: CursorSource;
  readonly labelOf: (guid: Guid) => string;
  readonly script: readonly Step[];
  readonly onSelect: (guid: Guid, additive: boolean) => void;
  readonly onCursor: (time: Micros) => void;
}) {
  const now = useCursor(cursor);
  const { sentences } = explain(record, guid, now);
  const { event } = spanAt(record, guid, now);
  return (
    // What is asked for by key is where the keyboard goes: it may be longer than the panel.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label="Why" data-field="run.why" tabIndex={-1}>
      <h3 className={styles.title}>Why</h3>
      <ol className={styles.sentences} data-testid="why">
        {sentences.map((sentence, index) => (
          // Sentences have no identity but their order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} data-kind={sentence.kind}>
            <SentenceText
              sentence={sentence}
              longest={record.now}
              labelOf={labelOf}
              onGuid={(next) => onSelect(next, false)}
              onTime={onCursor}
            />
          </li>
        ))}
      </ol>
      {event >= 0 && (
        <CauseList
          record={record}
          event={event}
          labelOf={labelOf}
          script={script}
          onSelect={onSelect}
          onCursor={onCursor}
        />
      )}
    </section>
  );
}
