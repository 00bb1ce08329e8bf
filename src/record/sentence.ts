import type { Guid, Micros } from '../model/units.ts';

/** A part of a sentence: words, a resource (to be shown by its label, and clicked), a point in time, a span of time. */
export type Piece = string | { readonly guid: Guid } | { readonly time: Micros } | { readonly span: Micros };

/** Something said of a run. A view shows the pieces as it likes; printSentence gives plain text. */
export interface Sentence {
  readonly pieces: readonly Piece[];
  /** What kind of thing it says, for a view that marks them. */
  readonly kind: 'state' | 'work' | 'wait' | 'root' | 'next' | 'advice';
}

export interface SentenceWords {
  readonly labelOf: (guid: Guid) => string;
  readonly printTime: (time: Micros) => string;
  readonly printSpan: (span: Micros) => string;
}

export function printSentence(
  { pieces }: Pick<Sentence, 'pieces'>,
  { labelOf, printTime, printSpan }: SentenceWords,
): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('guid' in piece) return labelOf(piece.guid);
      return 'time' in piece ? printTime(piece.time) : printSpan(piece.span);
    })
    .join('');
}
