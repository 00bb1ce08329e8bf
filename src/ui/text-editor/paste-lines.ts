import type { ClipboardEvent } from 'react';

/** What pasting makes of a field: its text and where the cursor stands. */
export interface Pasted {
  readonly text: string;
  readonly cursor: number;
}

/** The text of a field after a paste, and where the cursor then stands; undefined: the clipboard has no text. */
export function textAfterPaste(
  event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>,
): (Pasted & { readonly pasted: string }) | undefined {
  const pasted = event.clipboardData.getData('text/plain');
  if (pasted === '') return undefined;
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const from = selectionStart ?? value.length;
  const text = value.slice(0, from) + pasted + value.slice(selectionEnd ?? from);
  return { text, cursor: from + pasted.length, pasted };
}

/** Whether a text has a line break that a field of one line would drop. One at its very end was hardly meant. */
export function hasLineBreaks(text: string): boolean {
  return /[\r\n]/.test(text.replace(/\r?\n$/, ''));
}

/** The lines of a text in one, a space for each line break. */
export function inOneLine(text: string): string {
  return text.replace(/\r?\n$/, '').replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
