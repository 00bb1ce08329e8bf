// How much room a sentence takes on its edge: measured with the page's own font, estimated where there is no page.
export const LABEL_HEIGHT = 20;
const FONT_PX = 11;
/** Border and padding, both sides, and a little to spare. */
const AROUND = 18;

export function labelSize(text: string): { readonly width: number; readonly height: number } {
  return { width: Math.ceil(widthOf(text) + AROUND), height: LABEL_HEIGHT };
}

const widths = new Map<string, number>();
const MOST_KEPT = 10_000;
let context: OffscreenCanvasRenderingContext2D | null | undefined;

function widthOf(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  const width = measure(text);
  if (widths.size >= MOST_KEPT) widths.clear();
  widths.set(text, width);
  return width;
}

function measure(text: string): number {
  if (typeof document === 'undefined' || typeof OffscreenCanvas === 'undefined') return text.length * 6.4;
  if (context === undefined) {
    context = new OffscreenCanvas(1, 1).getContext('2d');
    if (context) context.font = `${FONT_PX}px ${getComputedStyle(document.body).fontFamily}`;
  }
  return context ? context.measureText(text).width : text.length * 6.4;
}
