// Numbers that would not be printed as they are written. In a field that we don't know such a number is kept as its text;
// in one that we know it is taken when it says the same number in another way (1.50), and refused when it would change.
import { keepsDigits } from '../model/number-text.ts';
import { pickLayout, type Layout } from './field-order.ts';
import { JsonNumber } from './json-number.ts';
import { mayBeSecret, type JsonPath, type WrittenNumber } from './json-scanner.ts';
import type { SchemaProblem } from './schema-problems.ts';

/**
 * Puts a JsonNumber in the place of each such number in a field that is not known.
 * @param value what JSON.parse made of the text; it is changed.
 * @param layout of the value.
 * @returns the numbers of known fields that would change.
 */
export function keepWrittenNumbers(
  value: unknown,
  layout: Layout,
  numbers: readonly WrittenNumber[],
): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  for (const { path, text } of numbers) {
    const key = path.at(-1);
    // A file that is nothing but a number is refused anyway.
    if (key === undefined) continue;
    const { holder, isKnown } = follow(value, layout, path);
    if (!isKnown) holder[key] = new JsonNumber(text);
    else if (!keepsDigits(text)) problems.push({ path, message: explainLoss(text, mayBeSecret(path)) });
  }
  return problems;
}

/** What holds the value at a path, and whether the layout knows that value. */
function follow(root: unknown, layout: Layout, path: JsonPath) {
  let holder = root as Record<string | number, unknown>;
  let known: Layout | undefined = layout;
  for (const [depth, key] of path.entries()) {
    if (depth > 0) holder = holder[path[depth - 1]!] as typeof holder;
    if (typeof key === 'number') known = known?.items;
    else {
      const kind: Layout | undefined = pickLayout(known, holder);
      known = kind?.fields.get(key) ?? kind?.others;
    }
  }
  return { holder, isKnown: known !== undefined };
}

function explainLoss(text: string, isSecret: boolean): string {
  if (isSecret) return 'this number would not keep its digits: write it in double quotes';
  const shown = text.length > 60 ? `${text.slice(0, 56)}...` : text;
  const read = Number(text);
  if (!Number.isFinite(read)) return `the number ${shown} is too large`;
  return `the number ${shown} would become ${read} here: write a number with at most 15 digits that count`;
}
