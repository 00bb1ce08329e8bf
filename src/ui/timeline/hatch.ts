/** A pattern of thin diagonals, `size` device pixels apart, rising or falling. */
export function createHatch(
  context: CanvasRenderingContext2D,
  color: string,
  alpha: number,
  size: number,
  rising: boolean,
  ratio: number,
): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) return color;
  pen.strokeStyle = color;
  pen.globalAlpha = alpha;
  pen.lineWidth = ratio;
  pen.beginPath();
  // Three strokes, so that the corners of neighbouring tiles meet.
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, rising ? size + 1 : -1);
    pen.lineTo(shift + size + 1, rising ? -1 : size + 1);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  // Drawing happens in CSS pixels, the tile is in device pixels.
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern ?? color;
}
