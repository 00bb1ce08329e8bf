/**
 * A number's text one step up or down, as the arrow keys ask for: by one of its last decimals, ten with Shift. A text
 * that is no number stays as it is.
 */
export function stepNumber(text: string, direction: 1 | -1, large: boolean): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || /e/i.test(text)) return text;
  const decimals = text.split('.')[1]?.length ?? 0;
  return (value + direction * (large ? 10 : 1) * 10 ** -decimals).toFixed(decimals);
}
