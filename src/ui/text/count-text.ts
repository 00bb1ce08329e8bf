/** So many things: `1 resource`, `2 resources`, `12,345 resources`. */
export function countOf(count: number, noun: string): string {
  return `${printCount(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/**
 * A count with its thousands set apart: `12,345`. By hand: the browser's own formatting takes tens of milliseconds to
 * get ready, and that in the moment in which a run is to appear.
 */
export function printCount(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
