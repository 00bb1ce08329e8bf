// How wide text is: measured with the page's own font, estimated where there is no page.

const MOST_KEPT = 10_000;
/** Of a letter's height, what it takes on the average. */
const USUAL = 0.58;

const widths = new Map<string, number>();
let context: OffscreenCanvasRenderingContext2D | null | undefined;
let family = '';

/** Px that a line of text takes, of the page's font in a size (px) and a weight. */
export function textWidth(text: string, size: number, weight = 400): number {
  const key = `${weight} ${size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = measure(text, size, weight);
  if (widths.size >= MOST_KEPT) widths.clear();
  widths.set(key, width);
  return width;
}

/** A line of text that takes no more than so many px: its beginning and `…` where it would be longer. */
export function cutToFit(text: string, room: number, size: number, weight = 400): string {
  if (textWidth(text, size, weight) <= room) return text;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (textWidth(`${text.slice(0, middle)}…`, size, weight) <= room) fits = middle;
    else tooLong = middle;
  }
  return `${text.slice(0, fits)}…`;
}

function measure(text: string, size: number, weight: number): number {
  if (typeof document === 'undefined' || typeof OffscreenCanvas === 'undefined') return text.length * size * USUAL;
  if (context === undefined) {
    context = new OffscreenCanvas(1, 1).getContext('2d');
    family = getComputedStyle(document.body).fontFamily;
  }
  if (!context) return text.length * size * USUAL;
  context.font = `${weight} ${size}px ${family}`;
  return context.measureText(text).width;
}
