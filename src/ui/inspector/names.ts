import { hasWords } from '../../model/fold-text.ts';

/** A name that may break where a capital begins a word, for narrow columns. */
export function namePieces(name: string): readonly string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[_:])/);
}

/** The names that a filter leaves: those with all its words in them; those set first when asked for. */
export function orderAttributes(
  names: readonly string[],
  isSet: (name: string) => boolean,
  options: { readonly filter: string; readonly setFirst: boolean },
): readonly string[] {
  const left = names.filter((name) => hasWords(name, options.filter));
  return options.setFirst ? [...left.filter(isSet), ...left.filter((name) => !isSet(name))] : left;
}
