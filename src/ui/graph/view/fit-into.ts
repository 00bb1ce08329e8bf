import { centreOf, type Point, type Rect } from '../scene/geometry.ts';

/** How far what is fitted stays off the borders of the canvas, px; above lies the choice of the reading. */
const MARGINS = { top: 60, right: 48, bottom: 48, left: 48 };
/** What the buttons in the lower right corner take, with some room around them. */
const CORNER = { width: 172, height: 68 };

interface Fit {
  readonly zoom: number;
  /** What the middle of the canvas shows. */
  readonly centre: Point;
}

/**
 * How a rectangle of the experiment is shown as large as can be, but not under the buttons in the corner: where it would
 * come there, it makes way to the left or upwards, whichever leaves it larger.
 */
export function fitInto(
  { width, height }: { readonly width: number; readonly height: number },
  bounds: Rect,
  zooms: { readonly least: number; readonly most: number },
): Fit {
  function within(margins: typeof MARGINS): Fit & { readonly covered: boolean } {
    const [room, roomDown] = [width - margins.left - margins.right, height - margins.top - margins.bottom];
    const level = Math.min(zooms.most, room / Math.max(1, bounds.width), roomDown / Math.max(1, bounds.height));
    const zoom = Math.max(zooms.least, level);
    const { x, y } = centreOf(bounds);
    const centre = {
      x: x + (margins.right - margins.left) / 2 / zoom,
      y: y + (margins.bottom - margins.top) / 2 / zoom,
    };
    const right = width / 2 + (bounds.x + bounds.width - centre.x) * zoom;
    const bottom = height / 2 + (bounds.y + bounds.height - centre.y) * zoom;
    return { zoom, centre, covered: right > width - CORNER.width && bottom > height - CORNER.height };
  }
  const plain = within(MARGINS);
  if (!plain.covered) return plain;
  const above = within({ ...MARGINS, bottom: CORNER.height });
  const beside = within({ ...MARGINS, right: CORNER.width });
  return beside.zoom > above.zoom ? beside : above;
}
