// Whoever asks for typescript gets version 6: typedoc works with its API, which version 7 no longer has.
export function resolve(specifier, context, next) {
  return next(specifier === 'typescript' ? 'typescript-6' : specifier, context);
}
