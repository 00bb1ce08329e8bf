// Where things stand in a JSON text, for messages to people who edit files by hand.
import { scanJson, type JsonPath, type Wanted } from './json-scanner.ts';

/** Line and column as editors count them, from 1; a column is a UTF-16 unit. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset. */
export function placeAt(text: string, offset: number): Place {
  let line = 1;
  let begin = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', begin)) {
    line += 1;
    begin = next + 1;
  }
  return { line, column: offset - begin + 1 };
}

/**
 * The places of values in a valid JSON text, in one pass. For a path that leads nowhere (a field that is missing), the
 * place of the nearest thing around it that is there.
 */
export function locate(text: string, paths: readonly JsonPath[]): readonly Place[] {
  const root = want();
  const asked = paths.map((path) => {
    const way = [root];
    let node = root;
    for (const key of path) {
      let child = node.children.get(key);
      if (!child) node.children.set(key, (child = want()));
      way.push((node = child));
    }
    return way;
  });
  scanJson(text, root);
  return asked.map((way) => placeAt(text, way.findLast(({ offset }) => offset >= 0)?.offset ?? 0));
}

const want = (): Wanted => ({ offset: -1, children: new Map() });

/** A path as in `resources[3].behavior.provision`; names that are not plain words in quotes. */
export function printPath(path: JsonPath): string {
  let printed = '';
  for (const key of path) {
    if (typeof key === 'number') printed += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(key)) printed += printed ? `.${key}` : key;
    else printed += `[${JSON.stringify(key)}]`;
  }
  return printed;
}
