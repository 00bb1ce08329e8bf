import type { Choice } from './NativeSelect.tsx';

/** Choices that are called what they are: actions, states. */
export function choicesOf(words: readonly string[]): readonly Choice[] {
  return words.map((word) => ({ value: word, title: word }));
}
