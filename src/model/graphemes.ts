const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one character each (a letter with its accents, an emoji of several), and where it begins. */
export function graphemes(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  return SEGMENTER.segment(text);
}
