// What cards of resources and of collapsed groups have in common. All of it is said in words by the card's name, too.
import { ArrowRight, CircleAlert, Plus, TriangleAlert, X } from 'lucide-react';
import type { State } from '../../../model/state.ts';
import type { ProblemMark } from './problem-marks.ts';
import styles from './ResourceCard.module.css';

/** Where connections and conditions are drawn from. @param connectHint says what dragging from the first one does. */
export function Handles({ connectHint }: { readonly connectHint: string }) {
  return (
    <>
      <span className={styles.handle} data-handle="connection" title={connectHint} aria-hidden>
        <span className={styles.dot}>
          <Plus size={10} strokeWidth={3} />
        </span>
      </span>
      <span className={styles.handle} data-handle="condition" title="Drag to draw a condition" aria-hidden>
        <span className={styles.dot}>
          <ArrowRight size={10} strokeWidth={3} />
        </span>
      </span>
    </>
  );
}

/** The state at the run's cursor as a word; a failure has a sign, too. */
export function StateWord({ state, text }: { readonly state: State | undefined; readonly text: string }) {
  return (
    <span className={styles.state} aria-hidden>
      {state === 'FAILED' && <X size={10} strokeWidth={3.5} />}
      {text}
    </span>
  );
}

export function Mark({ mark }: { readonly mark: ProblemMark }) {
  const Icon = mark.severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <span className={styles.mark} data-severity={mark.severity} title={mark.text} aria-hidden>
      <Icon size={14} strokeWidth={2.25} />
    </span>
  );
}
