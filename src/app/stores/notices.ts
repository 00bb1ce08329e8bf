import { shownSentence } from '../../model/visible-text.ts';

/** Something to say in passing, by whoever has it to say; the page shows it. */
export interface Notice {
  readonly text: string;
  readonly kind: 'info' | 'done' | 'problem';
  readonly action?: { readonly title: string; readonly run: () => void };
}

export interface Notices {
  say(text: string, more?: Partial<Omit<Notice, 'text'>>): void;
  /** Hears all notices from now on, and those that nobody heard yet; returns what ends it. */
  listen(listener: (notice: Notice) => void): () => void;
}

export function createNotices(): Notices {
  const listeners = new Set<(notice: Notice) => void>();
  const unheard: Notice[] = [];
  return {
    say(text, more) {
      const notice: Notice = { kind: 'info', ...more, text: shownSentence(text) };
      if (listeners.size === 0) unheard.push(notice);
      for (const listener of listeners) listener(notice);
    },
    listen(listener) {
      listeners.add(listener);
      for (const notice of unheard.splice(0)) listener(notice);
      return () => void listeners.delete(listener);
    },
  };
}
