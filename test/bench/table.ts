import { type BenchResult, holds } from './measure.ts';

const columns = (name: string, value: string, bar: string, kept: string, measured: string) =>
  `${name.padEnd(66)} ${value.padStart(9)} ${bar.padEnd(9)} ${kept.padEnd(4)} ${measured}`;

export const TABLE_HEAD = columns('benchmark', 'result', 'bar', 'kept', 'measured');

/** A result as a line of the table. Ratios are bare numbers. */
export function printResult(result: BenchResult): string {
  const { name, measured, ratio, unit = '', bar } = result;
  const wanted = !bar ? '' : 'atLeast' in bar ? `>= ${short(bar.atLeast)}` : `<= ${short(bar.atMost)}`;
  const kept = !bar ? '' : holds(result) ? 'yes' : 'NO';
  return columns(name, `${short(ratio)}${unit && ` ${unit}`}`, wanted, kept, measured);
}

/** Three digits say enough. */
function short(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
