import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { IconButton } from '../widgets/Button.tsx';
import styles from './SearchBar.module.css';
import type { Match } from './search-run.ts';
import type { Search } from './use-search.ts';

/** The field that finds lanes and events, over the picture. */
export function SearchBar({
  search,
  onGo,
  onClose,
}: {
  readonly search: Search;
  /** A match is gone to, not just passed while typing. */
  readonly onGo: (match: Match) => void;
  readonly onClose: () => void;
}) {
  const { text = '', count, place, setText, step } = search;
  const go = (by: 1 | -1) => {
    const match = step(by);
    if (match) onGo(match);
  };
  return (
    // Escape closes it from each of its controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="search"
      className={styles.bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <input
        type="search"
        // It was asked for: typing goes on here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label="Find in the timeline"
        placeholder="Label, guid, type, state or attribute"
        className={styles.input}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          go(event.shiftKey ? -1 : 1);
        }}
      />
      <span role="status" className={styles.count}>
        {text.trim() === '' ? '' : count === 0 ? 'nothing found' : `${place + 1} of ${count}`}
      </span>
      <IconButton
        label="Previous match"
        keys="Shift+Enter"
        icon={<ChevronUp />}
        disabled={count === 0}
        onClick={() => go(-1)}
      />
      <IconButton label="Next match" keys="Enter" icon={<ChevronDown />} disabled={count === 0} onClick={() => go(1)} />
      <IconButton label="Close the search" keys="Escape" icon={<X />} onClick={onClose} />
    </div>
  );
}
