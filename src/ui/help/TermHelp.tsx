import { CircleQuestionMark } from 'lucide-react';
import { Popover } from '../widgets/Popover.tsx';
import styles from './TermHelp.module.css';
import { type Term, TERMS } from './terms.ts';

/** A small `?` beside a word that says what it means. */
export function TermHelp({ term }: { readonly term: Term }) {
  const { title, text } = TERMS[term];
  return (
    <Popover
      title={title}
      side="left"
      trigger={
        <button type="button" className={styles.button} aria-label={`What is ${title}?`}>
          <CircleQuestionMark size={14} aria-hidden />
        </button>
      }
    >
      <p className={styles.text}>{text}</p>
    </Popover>
  );
}
