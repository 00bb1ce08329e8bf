import type { Guid, Micros } from '../../model/units.ts';
import type { Sentence } from '../../record/sentence.ts';
import styles from './TimelineAside.module.css';
import { printSpan, printTime } from '../text/time-text.ts';

/** A sentence in which resources and times can be clicked. */
export function SentenceText({
  sentence,
  longest,
  labelOf,
  onGuid,
  onTime,
}: {
  readonly sentence: Sentence;
  /** The run's latest time, which decides how times are written. */
  readonly longest: Micros;
  readonly labelOf: (guid: Guid) => string;
  readonly onGuid: (guid: Guid) => void;
  readonly onTime: (time: Micros) => void;
}) {
  const { pieces } = sentence;
  return pieces.map((piece, index) => {
    if (typeof piece === 'string')
      return typeof pieces[index - 1] === 'object' ? piece.slice(signsOf(piece).length) : piece;
    if ('span' in piece) {
      return (
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={styles.word}>
          {printSpan(piece.span)}
          {signsOf(pieces[index + 1])}
        </span>
      );
    }
    const isTime = 'time' in piece;
    return (
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className={styles.word}>
        <button
          type="button"
          className={styles.link}
          onClick={() => (isTime ? onTime(piece.time) : onGuid(piece.guid))}
        >
          {isTime ? printTime(piece.time, 1, longest) : labelOf(piece.guid)}
        </button>
        {signsOf(pieces[index + 1])}
      </span>
    );
  });
}

/** The punctuation that a text begins with. It stays on the line of what stands before it. */
function signsOf(piece: Sentence['pieces'][number] | undefined): string {
  return typeof piece === 'string' ? (/^[.,;:)]+/.exec(piece)?.[0] ?? '') : '';
}
