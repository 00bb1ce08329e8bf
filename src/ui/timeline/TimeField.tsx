import { type KeyboardEvent, useRef, useState } from 'react';
import type { Micros } from '../../model/units.ts';
import { useStudio } from '../context/studio-context.tsx';
import { leaveField } from '../focus/workplace.ts';
import { shownText } from '../../model/visible-text.ts';
import { parseTime, printTime, TIME_HELP, timeLength } from '../text/time-text.ts';
import styles from './TransportBar.module.css';

/** The cursor's time; another one may be typed in (`12.4`, `500ms`, `1:05`). */
export function TimeField({
  cursor,
  end,
  onJump,
}: {
  readonly cursor: Micros;
  readonly end: Micros | undefined;
  readonly onJump: (time: Micros) => void;
}) {
  const { canvas, notices } = useStudio();
  /** What is typed, and what stood there before. */
  const [draft, setDraft] = useState<{ readonly text: string; readonly from: string }>();
  const dropped = useRef(false);
  const shown = end === undefined ? '' : printTime(cursor, 1, Math.max(end, cursor));
  const last = end === undefined ? '' : printTime(end, 1, end);
  const typed = draft === undefined ? cursor : parseTime(draft.text);
  const isChanged = draft !== undefined && draft.text !== draft.from;

  const tellWhy = (text: string) => notices.say(`'${shownText(text)}' is no time: ${TIME_HELP}.`, { kind: 'problem' });
  const leave = () => {
    if (isChanged && !dropped.current) {
      if (typed !== undefined) onJump(typed);
      else if (draft.text.trim() !== '') tellWhy(draft.text);
    }
    dropped.current = false;
    setDraft(undefined);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.stopPropagation();
    // What is no time stays there, to be put right.
    if (event.key === 'Enter' && isChanged && typed === undefined) {
      tellWhy(draft.text);
      return;
    }
    dropped.current = event.key === 'Escape';
    leaveField(event.currentTarget, canvas.current);
  };

  return (
    <span className={styles.time}>
      <input
        className={styles.input}
        // As wide as any time of this run, to the microsecond, so that it doesn't change while the clock goes on.
        style={{
          width: `calc(min(${Math.max(8, timeLength(end ?? 0))}ch, var(--room)) + 2 * var(--space-2) + 2px)`,
        }}
        data-field="run.time"
        aria-label="Time: type one to jump there"
        title="Jump to a time, such as 12.4, 500 ms or 1:05"
        aria-invalid={typed === undefined}
        placeholder="0 s"
        value={draft?.text ?? shown}
        disabled={end === undefined}
        spellCheck={false}
        autoComplete="off"
        onFocus={(event) => {
          setDraft({ text: shown, from: shown });
          event.currentTarget.select();
        }}
        onChange={(event) => setDraft({ text: event.target.value, from: draft?.from ?? shown })}
        onBlur={leave}
        onKeyDown={keyDown}
      />
      {end !== undefined && <span className={styles.end}>/ {last}</span>}
    </span>
  );
}
