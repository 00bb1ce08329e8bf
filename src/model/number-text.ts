// Numbers as text: JavaScript's numbers hold about 16 digits that count, a text any amount.

/** A number as JSON has it; `null` for those that JSON can't write. Unlike JSON.stringify it tells -0 from 0. */
export function printNumber(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? String(value) : 'null';
}

/**
 * Whether a text is a number in decimal that, read as a number and printed again, still says the same number, if maybe in
 * another way.
 */
export function keepsDigits(text: string): boolean {
  const decimal = decimalOf(text);
  return decimal !== undefined && decimal === decimalOf(printNumber(Number(text)));
}

const PARTS = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;
/** Exponents with more digits than this are never read: no number that is not 0 could hold them. */
const MOST_EXPONENT_DIGITS = 15;

/** The digits that count and the power of ten of the last one, `15e2` for `1.50E3`; undefined when it is no number. */
function decimalOf(text: string): string | undefined {
  const parts = PARTS.exec(text);
  if (!parts) return undefined;
  const [, sign = '', whole = '', part = '', exponent = '0'] = parts;
  const digits = whole + part;
  if (digits === '') return undefined;
  let first = 0;
  let end = digits.length;
  while (digits[first] === '0') first += 1;
  while (end > first && digits[end - 1] === '0') end -= 1;
  const shownSign = sign === '-' ? '-' : '';
  if (first === end) return `${shownSign}0`;
  if (exponent.length > MOST_EXPONENT_DIGITS) return text;
  return `${shownSign}${digits.slice(first, end)}e${Number(exponent) - part.length + digits.length - end}`;
}
