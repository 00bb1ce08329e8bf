/**
 * A count with its thousands set apart: `12,345`. By hand: the browser's own formatting takes tens of milliseconds to
 * get ready, and that in the moment in which a run is to appear.
 */
export function printCount(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
