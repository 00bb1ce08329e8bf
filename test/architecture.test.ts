// Holds src/ to its architecture: who may import whom, and how long a file may be.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * What each part of src/ may import: other parts, then packages. Whatever is not listed is forbidden; a line that
 * nothing uses is out of date. The most specific part that a file lies in counts.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: ['ms', 'zod'],
  catalog: ['model'],
  rules: ['model', 'catalog'],
  format: ['model'],
  record: ['model'],
  // A copy is text from anywhere: it is held to the limits of a file by what reads files.
  edit: ['format', 'model'],
  'engine/kernel/polling': ['engine/kernel'],
  'engine/kernel': ['engine/kernel/polling', 'pure-rand'],
  // Sets of states, and errors: what every part of the port uses.
  'engine/nepi': ['model'],
  // Of the record, the port knows the words (causes, activities) and the columns it writes, not what reads them.
  'engine/nepi/recording': ['engine/nepi', 'engine/kernel', 'record', 'model'],
  'engine/nepi/runtime': [
    'engine/nepi/recording',
    'engine/nepi',
    'engine/kernel',
    'engine/kernel/polling',
    'record',
    'model',
  ],
  'engine/nepi/api': [
    'engine/nepi/runtime',
    'engine/nepi/recording',
    'engine/nepi',
    'engine/kernel',
    'record',
    'model',
  ],
  'engine/nepi/plan': [
    'engine/nepi/api',
    'engine/nepi/runtime',
    'engine/nepi/recording',
    'engine/nepi',
    'engine/kernel',
    'model',
  ],
  // The catalogue is part of the library (index.ts); a run is given the one that it is to use.
  engine: [
    'engine/nepi/api',
    'engine/nepi/plan',
    'engine/nepi/runtime',
    'engine/nepi',
    'engine/kernel',
    'record',
    'model',
    'catalog',
  ],
  worker: ['engine', 'rules', 'record', 'model', 'catalog'],
  // How documents are kept; when they are written is for app to say.
  storage: ['format', 'model', 'idb'],
  app: ['edit', 'storage', 'format', 'rules', 'record', 'model', 'zustand', 'zundo'],
  // Edits and problems are values: ui makes the one and shows the other; app applies edits.
  ui: [
    'app',
    'storage',
    'edit',
    'rules',
    'record',
    'model',
    'catalog',
    'react',
    'zustand',
    '@xyflow/react',
    '@base-ui/react',
    // The editor for long texts: loaded by src/ui/text-editor/TextEditorWindow.tsx alone, when it is first opened.
    '@codemirror/commands',
    '@codemirror/state',
    '@codemirror/view',
    '@tanstack/react-virtual',
    'lucide-react',
    'react-resizable-panels',
    // Lays out in a worker of its own, from src/ui/graph/layout alone.
    'elkjs',
  ],
  cli: ['engine', 'rules', 'format', 'record', 'model', 'catalog', 'package.json', 'commander', 'node:*'],
  // The composition root: makes the stores and the worker's client and hands one to the other.
  // What runs first, and what is shown when the rest can't.
  'boot.ts': ['main.tsx', 'start-failure.ts'],
  'start-failure.ts': ['app', 'storage'],
  'main.tsx': ['ui', 'app', 'storage', 'worker', 'model', 'catalog', 'react', 'react-dom'],
};

/** Lines of a file of code; data (src/catalog/data) is not code. */
const MOST_LINES = 450;

/** Parts whose files may still import each other in a circle. */
const MAY_HAVE_CYCLES: readonly string[] = ['ui', 'app'];

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

const SPECIFIERS =
  /^(?:import|export)\b[^'";=]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\(\s*'([^']+)'|new URL\(\s*'([^']+)'/gm;
const parts = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length);

function partOf(path: string): string {
  const within = relative(src, path);
  if (within.startsWith('..')) return relative(root, path);
  return parts.find((part) => `${within}/`.startsWith(`${part}/`)) ?? `a part that is not listed (${within})`;
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The specifiers that a file imports, types included. */
function specifiersOf(path: string): readonly string[] {
  return [...readFileSync(path, 'utf8').matchAll(SPECIFIERS)].map(
    ([, ...found]) => found.find((group) => group !== undefined) ?? '',
  );
}

/** All imports that lead out of a part. */
function findImports(): readonly Import[] {
  return files.flatMap((file) => {
    const path = join(src, file);
    const from = partOf(path);
    return specifiersOf(path).flatMap((specifier) => {
      const to = specifier.startsWith('.') ? partOf(resolve(dirname(path), specifier)) : packageOf(specifier);
      return to === from ? [] : [{ file, from, to }];
    });
  });
}

/** The files of src/ that each file imports, by path. */
function importedFiles(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    files.map((file) => {
      const path = join(src, file);
      const imported = specifiersOf(path)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolve(dirname(path), specifier));
      return [path, imported];
    }),
  );
}

/** The files that import each other in a circle, one list for each knot (Tarjan's strongly connected components). */
function findKnots(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const stack: string[] = [];
  const knots: string[][] = [];

  function visit(path: string): number {
    let low = order.size;
    order.set(path, low);
    const own = low;
    stack.push(path);
    for (const next of imports.get(path) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, order.get(next)!);
    }
    if (low === own) {
      const knot = stack.splice(stack.indexOf(path));
      if (knot.length > 1) knots.push(knot.map((each) => relative(src, each)));
    }
    return low;
  }

  for (const path of imports.keys()) if (!order.has(path)) visit(path);
  return knots;
}

test('files that import each other in a circle are found', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', ['e']],
    ['e', []],
  ]).entries();
  const paths = new Map([...imports].map(([path, to]) => [join(src, path), to.map((each) => join(src, each))]));
  expect(findKnots(paths)).toEqual([['a', 'b', 'c']]);
});

test('no files import each other in a circle, not even for types', () => {
  const isExempt = (file: string) => MAY_HAVE_CYCLES.some((part) => file.startsWith(`${part}/`));
  expect(findKnots(importedFiles()).filter((knot) => !knot.every(isExempt))).toEqual([]);
});

describe('each part of src/', () => {
  const imports = findImports();

  test('imports only what it may', () => {
    const forbidden = imports
      .filter(({ from, to }) => !MAY_IMPORT[from]?.includes(to))
      .map(({ file, from, to }) => `${file}: ${from} -> ${to}`);
    expect(forbidden).toEqual([]);
  });

  // Parts that have no files yet are not asked for, so that the table can tell the whole plan.
  test('imports all that it is allowed to', () => {
    const present = new Set(files.map((file) => partOf(join(src, file))));
    const awaited = (part: string) => part in MAY_IMPORT && !present.has(part);
    const used = new Set(imports.map(({ from, to }) => `${from} -> ${to}`));
    const unused = Object.entries(MAY_IMPORT).flatMap(([from, allowed]) =>
      allowed
        .filter((to) => !awaited(from) && !awaited(to) && !used.has(`${from} -> ${to}`))
        .map((to) => `${from} -> ${to}`),
    );
    expect(unused).toEqual([]);
  });
});

test(`no file of code is longer than ${MOST_LINES} lines`, () => {
  const long = files
    .filter((file) => !file.startsWith(join('catalog', 'data')))
    .map((file) => ({ file, lines: readFileSync(join(src, file), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES);
  expect(long).toEqual([]);
});
