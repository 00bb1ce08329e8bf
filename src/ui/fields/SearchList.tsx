import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { foldText, foldWords } from '../../model/fold-text.ts';
import { FocusAtOnce } from '../focus/FocusAtOnce.tsx';
import styles from './SearchList.module.css';

export interface SearchItem {
  readonly key: string;
  readonly title: string;
  /** Stands before the title, quietly: a group, a type. */
  readonly before?: string;
  readonly after?: ReactNode;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

/**
 * A field, and the items that match what is in it: typed into, arrows move, Enter takes. The focus stays in the field.
 * Finding is the caller's: `search` gives the items for a text, best first.
 */
export function SearchList<Item extends SearchItem>(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly search: (text: string) => readonly Item[];
  readonly onPick: (key: string, item: Item) => void;
  /** What to say where nothing matches. */
  readonly nothing: string;
}) {
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  const items = props.search(text);
  const active = Math.min(place, items.length - 1);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, items.length]);

  const pick = (index: number) => {
    const item = items[index];
    if (item && !item.disabled) props.onPick(item.key, item);
  };
  const keyDown = (event: KeyboardEvent) => {
    const last = items.length - 1;
    if (event.key === 'ArrowDown') setPlace(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setPlace(active <= 0 ? last : active - 1);
    else if (event.key === 'PageDown') setPlace(Math.min(last, active + 8));
    else if (event.key === 'PageUp') setPlace(Math.max(0, active - 8));
    else if (event.key === 'Enter') pick(active);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.search}>
      <div className={styles.field}>
        <Search aria-hidden />
        <input
          ref={field}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          aria-label={props.label}
          placeholder={props.placeholder}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            setPlace(0);
          }}
          onKeyDown={keyDown}
        />
        <FocusAtOnce on={field} />
      </div>
      <div ref={list} className={styles.list} id={`${id}-list`} role="listbox" aria-label={props.label}>
        {items.map((item, index) => (
          // The keyboard is the field's.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            aria-disabled={item.disabled || undefined}
            className={styles.item}
            onPointerMove={() => setPlace(index)}
            onClick={() => pick(index)}
          >
            {item.icon}
            <span className={styles.title}>
              {item.before && <span className={styles.before}>{item.before}</span>}
              {item.title}
            </span>
            {item.after && <span className={styles.after}>{item.after}</span>}
          </div>
        ))}
      </div>
      {items.length === 0 && (
        <p className={styles.nothing} role="status">
          {props.nothing}
        </p>
      )}
    </div>
  );
}

/** How well a text matches words: every word must occur; at the beginning of a word counts more. -1: not at all. */
export function matchWords(text: string, query: string): number {
  const hay = foldText(text);
  let score = 0;
  for (const word of foldWords(query)) {
    const at = hay.indexOf(word);
    if (at < 0) return -1;
    score += at === 0 ? 3 : /[\s:.,_-]/.test(hay[at - 1] ?? '') ? 2 : 1;
  }
  return score;
}
