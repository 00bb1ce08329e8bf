// Holds src/ to its architecture: who may import whom, and how long a file may be.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * What each folder of src/, and each file at its root, may import: other folders, then packages. Whatever is not listed
 * is forbidden; an entry that nothing uses is out of date. From the bottom up: a row names rows above it.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: ['ms', 'zod'],
  format: ['model'],
  // A copy is text from anywhere: it is held to the limits of a file by what reads files.
  edit: ['model', 'format'],
  record: ['model'],
  // Runs tried beside the original, and what an experiment can take over from them.
  forks: ['model', 'edit', 'record'],
  'catalog/data': [],
  catalog: ['model', 'catalog/data'],
  'rules/progress': ['model'],
  rules: ['model', 'catalog', 'rules/progress'],
  // How documents are kept; when they are written is for app to say.
  storage: ['model', 'format', 'idb'],
  'engine/kernel/tasks': [],
  'engine/kernel/polling': ['engine/kernel/tasks'],
  'engine/kernel': ['engine/kernel/tasks', 'engine/kernel/polling', 'pure-rand'],
  // Sets of states, and errors: what every part of the port uses.
  'engine/nepi': ['model'],
  // Of the record, the port knows the words (causes, activities) and the columns it writes, not what reads them.
  'engine/nepi/recording': ['model', 'record', 'engine/kernel/tasks', 'engine/nepi'],
  'engine/nepi/runtime': [
    'model',
    'record',
    'engine/kernel/tasks',
    'engine/nepi',
    'engine/nepi/recording',
    'engine/kernel/polling',
    'engine/kernel',
  ],
  'engine/nepi/api': [
    'model',
    'record',
    'engine/kernel/tasks',
    'engine/nepi',
    'engine/nepi/recording',
    'engine/nepi/runtime',
  ],
  'engine/nepi/plan': [
    'model',
    'engine/kernel/tasks',
    'engine/nepi',
    'engine/nepi/recording',
    'engine/nepi/runtime',
    'engine/nepi/api',
  ],
  // The catalogue is part of the library (index.ts); a run is given the one that it is to use.
  engine: [
    'model',
    'record',
    'catalog',
    'engine/kernel/tasks',
    'engine/nepi',
    'engine/nepi/runtime',
    'engine/nepi/api',
    'engine/nepi/plan',
  ],
  worker: ['model', 'record', 'catalog', 'rules', 'engine'],
  // State without React. What acts on it stands above: commands, files, the page.
  'app/stores': ['model', 'format', 'edit', 'record', 'forks', 'rules', 'zundo', 'zustand'],
  'app/editing': ['model', 'format', 'edit', 'app/stores', 'storage', 'zustand'],
  'app/files': ['model', 'format', 'app/stores', 'storage', 'zustand'],
  'app/runs': ['model', 'record', 'rules', 'app/stores'],
  'app/commands': ['model', 'edit', 'record', 'forks', 'app/stores', 'app/editing', 'app/files', 'app/runs'],
  'app/page': ['app/stores', 'app/editing'],
  app: ['app/stores', 'storage', 'app/editing', 'app/files', 'app/runs', 'app/commands', 'app/page'],
  // The panels stand on these; a panel imports another only where its row says so, and the shell imports them all.
  'ui/focus': ['app/stores', 'react'],
  'ui/widgets': ['app/stores', 'ui/focus', '@base-ui/react', 'lucide-react', 'react'],
  'ui/context': ['model', 'app/stores', 'app/editing', 'app/files', 'app', 'ui/widgets', 'react', 'zustand'],
  'ui/theme': ['app/stores', 'ui/context', 'react'],
  'ui/types': ['model', 'lucide-react', 'react'],
  'ui/text': ['model', 'record'],
  'ui/run': ['model', 'record', 'forks', 'ui/context', 'react'],
  'ui/drafts': [],
  // The editor for long texts: loaded when it is first opened.
  'ui/text-editor': [
    'model',
    'app/stores',
    'ui/widgets',
    'ui/context',
    'ui/drafts',
    '@codemirror/commands',
    '@codemirror/state',
    '@codemirror/view',
    'react',
  ],
  'ui/fields': [
    'model',
    'edit',
    'ui/focus',
    'ui/widgets',
    'ui/context',
    'ui/drafts',
    'ui/text-editor',
    'ui/types',
    '@base-ui/react',
    'lucide-react',
    'react',
  ],
  'ui/help': ['app/stores', 'ui/focus', 'ui/widgets', 'ui/context', '@base-ui/react', 'lucide-react', 'react'],
  'ui/problems': [
    'model',
    'edit',
    'rules',
    'app/stores',
    'ui/widgets',
    'ui/context',
    'lucide-react',
    'react',
    'zustand',
  ],
  'ui/timeline': [
    'model',
    'record',
    'app/stores',
    'storage',
    'app/files',
    'ui/focus',
    'ui/widgets',
    'ui/context',
    'ui/text',
    'ui/run',
    'ui/theme',
    'lucide-react',
    'react',
  ],
  'ui/breakpoints': [
    'model',
    'record',
    'ui/widgets',
    'ui/context',
    'ui/drafts',
    'ui/fields',
    'ui/text',
    'ui/timeline',
    'lucide-react',
    'react',
  ],
  // The canvas, from where everything is up to what floats above it.
  'ui/graph/scene': ['model', 'edit', 'rules/progress', 'rules', 'ui/context', 'ui/fields', 'ui/text', 'react'],
  'ui/graph/view': ['model', 'app/stores', 'ui/graph/scene', '@xyflow/react', 'react', 'zustand'],
  'ui/graph/edges': ['model', 'app/stores', 'ui/context', 'ui/graph/scene', 'ui/graph/view', '@xyflow/react', 'react'],
  'ui/graph/placing': ['model', 'edit', 'app/stores', 'ui/fields', 'ui/graph/scene', 'ui/graph/view'],
  'ui/graph/pointer': [
    'model',
    'edit',
    'catalog',
    'app/stores',
    'ui/types',
    'ui/graph/scene',
    'ui/graph/view',
    'ui/graph/placing',
  ],
  'ui/graph/keyboard': [
    'model',
    'app/stores',
    'ui/focus',
    'ui/graph/scene',
    'ui/graph/view',
    'ui/graph/pointer',
    'react',
  ],
  // Lays out in a worker of its own.
  'ui/graph/layout': [
    'model',
    'catalog',
    'app/stores',
    'ui/context',
    'ui/graph/scene',
    'ui/graph/view',
    'ui/graph/edges',
    'elkjs',
    'react',
  ],
  'ui/graph/actions': [
    'model',
    'edit',
    'app/stores',
    'ui/graph/scene',
    'ui/graph/view',
    'ui/graph/edges',
    'ui/graph/placing',
    'ui/graph/pointer',
    'ui/graph/keyboard',
    'ui/graph/layout',
  ],
  'ui/graph/card': [
    'model',
    'record',
    'rules',
    'ui/context',
    'ui/types',
    'ui/graph/scene',
    'ui/graph/view',
    'ui/problems',
    '@xyflow/react',
    'lucide-react',
    'react',
  ],
  'ui/graph/groups': [
    'model',
    'record',
    'app/editing',
    'ui/context',
    'ui/text',
    'ui/graph/scene',
    'ui/graph/view',
    'ui/problems',
    'ui/graph/card',
    '@xyflow/react',
    'lucide-react',
    'react',
  ],
  'ui/graph/overlays': [
    'model',
    'catalog',
    'app/stores',
    'ui/focus',
    'ui/widgets',
    'ui/context',
    'ui/types',
    'ui/fields',
    'ui/theme',
    'ui/graph/scene',
    'ui/graph/view',
    'ui/graph/placing',
    'ui/graph/actions',
    'ui/graph/card',
    '@base-ui/react',
    '@xyflow/react',
    'lucide-react',
    'react',
  ],
  'ui/graph/overview': [
    'model',
    'record',
    'app/stores',
    'ui/context',
    'ui/theme',
    'ui/graph/scene',
    'ui/graph/view',
    'ui/graph/edges',
    'ui/graph/groups',
    '@xyflow/react',
    'react',
  ],
  'ui/graph': [
    'model',
    'app/stores',
    'ui/context',
    'ui/graph/scene',
    'ui/graph/view',
    'ui/graph/edges',
    'ui/graph/pointer',
    'ui/graph/keyboard',
    'ui/graph/layout',
    'ui/graph/actions',
    'ui/graph/card',
    'ui/graph/groups',
    'ui/graph/overlays',
    'ui/graph/overview',
    '@xyflow/react',
    'react',
  ],
  'ui/what-if': [
    'model',
    'record',
    'forks',
    'app/stores',
    'ui/widgets',
    'ui/context',
    'ui/fields',
    'ui/text',
    'ui/run',
    'ui/timeline',
    'lucide-react',
    'react',
  ],
  'ui/inspector': [
    'model',
    'edit',
    'record',
    'catalog',
    'rules',
    'app/stores',
    'app/editing',
    'ui/focus',
    'ui/widgets',
    'ui/context',
    'ui/drafts',
    'ui/types',
    'ui/fields',
    'ui/text',
    'ui/problems',
    'ui/help',
    'ui/what-if',
    'lucide-react',
    'react',
  ],
  'ui/log': [
    'model',
    'record',
    'ui/widgets',
    'ui/fields',
    'ui/text',
    'ui/run',
    '@tanstack/react-virtual',
    'lucide-react',
    'react',
  ],
  'ui/outline': [
    'model',
    'edit',
    'record',
    'app/stores',
    'ui/widgets',
    'ui/context',
    'ui/types',
    'ui/fields',
    'ui/problems',
    'ui/graph/card',
    'lucide-react',
    'react',
  ],
  'ui/palette': [
    'model',
    'edit',
    'app/stores',
    'ui/focus',
    'ui/context',
    'ui/types',
    'ui/graph/scene',
    'ui/graph/placing',
    'lucide-react',
    'react',
  ],
  'ui/script': [
    'model',
    'edit',
    'record',
    'app/stores',
    'ui/widgets',
    'ui/context',
    'ui/drafts',
    'ui/fields',
    'ui/text',
    'ui/graph/scene',
    'ui/help',
    'lucide-react',
    'react',
  ],
  'ui/shell/dialogs': [
    'model',
    'app/stores',
    'storage',
    'app/files',
    'ui/widgets',
    'ui/context',
    'ui/fields',
    'ui/text',
    'ui/graph/pointer',
    'ui/help',
    'ui/what-if',
    'react',
    'zustand',
  ],
  'ui/shell': [
    'model',
    'record',
    'forks',
    'app/stores',
    'storage',
    'app/files',
    'app',
    'ui/focus',
    'ui/widgets',
    'ui/context',
    'ui/text-editor',
    'ui/fields',
    'ui/text',
    'ui/run',
    'ui/theme',
    'ui/timeline',
    'ui/breakpoints',
    'ui/problems',
    'ui/graph',
    'ui/what-if',
    'ui/inspector',
    'ui/log',
    'ui/outline',
    'ui/palette',
    'ui/script',
    'ui/shell/dialogs',
    '@base-ui/react',
    'lucide-react',
    'react',
    'react-resizable-panels',
    'zustand',
  ],
  cli: ['model', 'format', 'record', 'catalog', 'rules', 'engine', 'commander', 'node:*', 'package.json'],
  // The composition root: makes the stores and the worker’s client and hands one to the other.
  'main.tsx': [
    'model',
    'catalog',
    'app/stores',
    'storage',
    'app/page',
    'app',
    'ui/theme',
    'ui/shell',
    'worker',
    'react',
    'react-dom',
  ],
  'start-failure.ts': ['storage', 'app/files'],
  // What runs first, and what is shown when the rest can’t.
  'boot.ts': ['main.tsx', 'start-failure.ts'],
};

/** Lines of a file of code; data (src/catalog/data) is not code. */
const MOST_LINES = 450;

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

const SPECIFIERS =
  /^(?:import|export)\b[^'";=]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\(\s*'([^']+)'|new URL\(\s*'([^']+)'/gm;

/** The folder that a file of src/ lies in; the file itself when it lies at the root, or outside of src/. */
function partOf(path: string): string {
  const within = relative(src, path);
  if (within.startsWith('..')) return relative(root, path);
  return within.includes('/') ? dirname(within) : within;
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
  expect(findKnots(importedFiles())).toEqual([]);
});

test('no folders import each other in a circle', () => {
  const folders = Object.entries(MAY_IMPORT).map(
    ([folder, allowed]) => [join(src, folder), allowed.map((other) => join(src, other))] as const,
  );
  expect(findKnots(new Map(folders))).toEqual([]);
});

describe('each folder of src/', () => {
  const imports = findImports();

  test('imports only what it may', () => {
    const forbidden = imports
      .filter(({ from, to }) => !MAY_IMPORT[from]?.includes(to))
      .map(({ file, from, to }) => `${file}: ${from} -> ${to}`);
    expect(forbidden).toEqual([]);
  });

  test('imports all that it is allowed to', () => {
    const used = new Set(imports.map(({ from, to }) => `${from} -> ${to}`));
    const unused = Object.entries(MAY_IMPORT).flatMap(([from, allowed]) =>
      allowed.filter((to) => !used.has(`${from} -> ${to}`)).map((to) => `${from} -> ${to}`),
    );
    expect(unused).toEqual([]);
  });

  test('is listed, and exists', () => {
    const folders = new Set([...files.map((file) => partOf(join(src, file))), 'catalog/data']);
    expect(Object.keys(MAY_IMPORT).sort()).toEqual([...folders].sort());
  });
});

test(`no file of code is longer than ${MOST_LINES} lines`, () => {
  const long = files
    .filter((file) => !file.startsWith(join('catalog', 'data')))
    .map((file) => ({ file, lines: readFileSync(join(src, file), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES);
  expect(long).toEqual([]);
});
