import { ChevronRight } from 'lucide-react';
import { createContext, type ReactNode, use, useId, useMemo, useState } from 'react';
import { TermHelp } from '../help/TermHelp.tsx';
import type { Term } from '../help/terms.ts';
import styles from './Section.module.css';

interface Folds {
  readonly folded: ReadonlySet<string>;
  readonly toggle: (name: string) => void;
}

const FoldsContext = createContext<Folds>({ folded: new Set(), toggle: () => {} });

/** Remembers which sections are folded while the selection below changes. */
export function SectionFolds(props: { readonly initiallyFolded: readonly string[]; readonly children: ReactNode }) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(props.initiallyFolded));
  const folds = useMemo(
    () => ({
      folded,
      toggle(name: string) {
        const next = new Set(folded);
        if (!next.delete(name)) next.add(name);
        setFolded(next);
      },
    }),
    [folded],
  );
  return <FoldsContext value={folds}>{props.children}</FoldsContext>;
}

/** A part of the inspector that folds away. `name` is what it is remembered by, `wanted` opens it whatever was folded. */
export function Section(props: {
  readonly name: string;
  readonly title: string;
  /** How many things are inside, or set. */
  readonly count?: number | undefined;
  /** The word that its title is, explained beside it. */
  readonly term?: Term;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** Something inside is to be shown now. */
  readonly wanted?: boolean;
  readonly children: ReactNode;
}) {
  const { folded, toggle } = use(FoldsContext);
  const id = useId();
  const open = props.wanted || !folded.has(props.name);
  return (
    <section className={styles.section} aria-labelledby={`${id}-title`}>
      <div className={styles.bar}>
        <h3 className={styles.heading}>
          <button
            type="button"
            className={styles.title}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => toggle(props.name)}
          >
            <ChevronRight size={14} aria-hidden="true" />
            <span id={`${id}-title`}>{props.title}</span>
            {props.count ? <span className={styles.count}>{props.count}</span> : undefined}
          </button>
        </h3>
        {props.term && <TermHelp term={props.term} />}
        {open && props.actions}
      </div>
      <div id={id} className={styles.body} hidden={!open}>
        {open && props.children}
      </div>
    </section>
  );
}
