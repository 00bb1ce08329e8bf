import type { ClipboardEvent } from 'react';

type FieldPaste = ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>;

/** The text of a field with another in place of what is selected. */
function withInserted({ currentTarget: { value, selectionStart, selectionEnd } }: FieldPaste, text: string): string {
  const from = selectionStart ?? value.length;
  return value.slice(0, from) + text + value.slice(selectionEnd ?? from);
}

/** What a field would hold after a paste. */
export function textAfterPaste(event: FieldPaste): string {
  return withInserted(event, event.clipboardData.getData('text/plain'));
}

/**
 * Pastes several lines into a field of one line, where the browser would drop the line breaks: a space comes for each.
 * @returns the text that the field is to hold, and what to tell the user; undefined: it is one line, as any other paste.
 */
export function pasteInOneLine(
  event: FieldPaste,
  label: string,
): { readonly text: string; readonly told: string } | undefined {
  const pasted = event.clipboardData.getData('text/plain');
  if (!hasLineBreaks(pasted)) return undefined;
  event.preventDefault();
  return {
    text: withInserted(event, inOneLine(pasted)),
    told: `${label} takes one line: the line breaks of what you pasted became spaces.`,
  };
}

/** Whether a text has a line break that a field of one line would drop. One at its very end was hardly meant. */
export function hasLineBreaks(text: string): boolean {
  return /[\r\n]/.test(text.replace(/\r?\n$/, ''));
}

/** The lines of a text in one, a space for each line break. */
export function inOneLine(text: string): string {
  return text.replace(/\r?\n$/, '').replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
