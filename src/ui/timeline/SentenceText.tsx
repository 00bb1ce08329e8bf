import type { Guid, Micros } from '../../model/units.ts';
import type { Sentence } from '../../record/sentence.ts';
import type { Lane } from './lane.ts';
import styles from './TimelineAside.module.css';
import { printSpan, printTime } from './time-text.ts';

/** A sentence in which resources and times can be clicked. */
export function SentenceText({
  sentence,
  longest,
  lanes,
  onGuid,
  onTime,
}: {
  readonly sentence: Sentence;
  /** The run's latest time, which decides how times are written. */
  readonly longest: Micros;
  readonly lanes: readonly Lane[];
  readonly onGuid: (guid: Guid) => void;
  readonly onTime: (time: Micros) => void;
}) {
  return sentence.pieces.map((piece, index) => {
    if (typeof piece === 'string') return piece;
    if ('span' in piece) return printSpan(piece.span);
    if ('time' in piece) {
      return (
        // oxlint-disable-next-line react/no-array-index-key
        <button key={index} type="button" className={styles.link} onClick={() => onTime(piece.time)}>
          {printTime(piece.time, 1, longest)}
        </button>
      );
    }
    return (
      // oxlint-disable-next-line react/no-array-index-key
      <button key={index} type="button" className={styles.link} onClick={() => onGuid(piece.guid)}>
        {lanes.find(({ guid }) => guid === piece.guid)?.label ?? `guid ${piece.guid}`}
      </button>
    );
  });
}
