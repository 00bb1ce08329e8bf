// People write JSON by hand, and know it from Python and JavaScript, which take more.

/**
 * What to write in place of a word that JSON doesn't know.
 * @param isSecret whether it may be a secret, which is not to be quoted.
 */
export function adviseOnWord(word: string, isSecret = false): string {
  if (isSecret) return adviseOnSecret(word);
  const shown = word.length > 40 ? `${word.slice(0, 40)}...` : word;
  const bare = word.replace(/^[+-]/, '').toLowerCase();
  if (bare === 'true' || bare === 'false') return `'${shown}' must be written ${bare} in JSON, in lower case`;
  if (['none', 'null', 'nil', 'undefined'].includes(bare))
    return `JSON has no '${shown}': leave the field out, or write null where nothing is meant to be there`;
  if (['nan', 'inf', 'infinity'].includes(bare))
    return `JSON has no '${shown}': write a number, or leave the field out`;
  if (/^0x[\da-f]+$/.test(bare)) return `'${shown}' is not a number in JSON: write it in decimal, ${Number(bare)}`;
  const digits = /^(\d*)(?:\.(\d*))?(e[+-]?\d+)?$/.exec(bare);
  if (digits && (digits[1] || digits[2])) {
    const [, whole = '', part = '', exponent = ''] = digits;
    const sign = word.startsWith('-') ? '-' : '';
    const right = `${sign}${whole.replace(/^0+(?=\d)/, '') || '0'}${part && `.${part}`}${exponent}`;
    return `'${shown}' is not a number in JSON${right.length <= 40 ? `: write ${right}` : ''}`;
  }
  if (/^[\d.+-]/.test(word)) return `'${shown}' is not a number in JSON: if it is a text, put it in double quotes`;
  return `'${shown}' must stand in double quotes`;
}

function adviseOnSecret(word: string): string {
  return /^[\d.+-]/.test(word) ? 'this is not a number in JSON' : 'this must stand in double quotes';
}
