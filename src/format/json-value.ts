// Any value as JSON on one line and back, for what the studio stores of an experiment in pieces.
import { JsonNumber } from './json-number.ts';
import { isScalar, printScalar } from './json-printer.ts';
import { scanJson, type WrittenNumber } from './json-scanner.ts';

/** The text of a value: numbers that are kept as written stay so, fields that are undefined are left out. */
export function printJsonLine(value: unknown): string {
  if (isScalar(value)) return value === undefined ? 'null' : printScalar(value);
  if (Array.isArray(value)) return `[${value.map(printJsonLine).join(',')}]`;
  const members = Object.entries(value as object).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${printJsonLine(member)}`).join(',')}}`;
}

/** Reads what printJsonLine wrote, which prints no number but a kept one in an unusual way. @throws SyntaxError */
export function parseJsonLine(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const numbers: WrittenNumber[] = [];
  scanJson(text, undefined, numbers, Infinity);
  for (const { path, text: written } of numbers) {
    const key = path.at(-1);
    if (key === undefined) return new JsonNumber(written);
    let holder = value as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) holder = holder[step] as typeof holder;
    holder[key] = new JsonNumber(written);
  }
  return value;
}
