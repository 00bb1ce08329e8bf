// A copy on the clipboard leaves secrets out: any program can read it. The studio's own tabs keep the whole copy in
// memory beside it, so that what is cut here and pasted here has lost nothing. It is never stored.
import { parseClipboard, printClipboard } from '../../edit/clipboard-text.ts';
import type { ClipboardContent } from '../../edit/clipboard.ts';

/** The last copy, whole. */
export interface WholeCopies {
  /** Keeps what a text on the clipboard stands for. */
  keep(text: string, content: ClipboardContent): void;
  /** What a text stands for, if it is that of the last copy. */
  find(text: string): ClipboardContent | undefined;
}

/** The part of a BroadcastChannel that is used. */
export interface CopyChannel {
  postMessage(message: WholeCopy): void;
  onmessage: ((event: MessageEvent<WholeCopy>) => void) | null;
}

/** The text on the clipboard, and the one of the whole copy: as a value it would not get to another tab unchanged. */
export interface WholeCopy {
  readonly text: string;
  readonly whole: string;
}

/** @param channel reaches the other tabs of the studio, where there are any. */
export function createWholeCopies(channel?: CopyChannel): WholeCopies {
  let last: WholeCopy | undefined;
  if (channel) channel.onmessage = ({ data }) => (last = data);
  return {
    keep(text, content) {
      last = { text: normal(text), whole: printClipboard(content) };
      channel?.postMessage(last);
    },
    find(text) {
      const copy = last?.text === normal(text) ? parseClipboard(last.whole) : undefined;
      return copy?.ok ? copy.content : undefined;
    },
  };
}

/** Some systems write line ends of their own into the clipboard. */
const normal = (text: string) => text.replaceAll('\r\n', '\n').trim();
