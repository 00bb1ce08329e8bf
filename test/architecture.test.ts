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
  'engine/kernel': ['pure-rand'],
  // Of the record, the port knows the words (causes, activities) and the columns it writes, not what reads them.
  'engine/nepi': ['engine/kernel', 'record', 'model'],
  // The catalogue is part of the library (index.ts); a run is given the one that it is to use.
  engine: ['engine/nepi', 'engine/kernel', 'record', 'model', 'catalog'],
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

/** All imports that lead out of a part. */
function findImports(): readonly Import[] {
  return files.flatMap((file) => {
    const path = join(src, file);
    const from = partOf(path);
    return [...readFileSync(path, 'utf8').matchAll(SPECIFIERS)].flatMap(([, ...found]) => {
      const specifier = found.find((group) => group !== undefined) ?? '';
      const to = specifier.startsWith('.') ? partOf(resolve(dirname(path), specifier)) : packageOf(specifier);
      return to === from ? [] : [{ file, from, to }];
    });
  });
}

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
