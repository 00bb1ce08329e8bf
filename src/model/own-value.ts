/**
 * What an object holds under a name that may come from a file, such as `constructor` or `__proto__`: undefined unless it
 * is a field of its own. All lookups of such names go through here; test/names-as-keys.test.ts finds those that don't.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
