// Names from files (types, attributes, traces, labels) may be `constructor` or `__proto__`, which every plain object
// seems to have. So no value is looked up in a plain object by a text that isn't known beforehand, except by `ownValue`.
import { join, relative, resolve } from 'node:path';
import ts from 'typescript-6';
import { expect, test } from 'vitest';

/** Lookups that are safe, with the reason. One that is no longer there is an error. */
const SAFE: ReadonlyMap<string, string> = new Map([
  ['src/model/own-value.ts: record[key]', 'asks first whether the object has it'],
  ['src/format/json-printer.ts: (value as Fields)[name]', 'the names are those of the object itself'],
  [
    'src/format/complete-experiment.ts: Object.assign({}, resource, { attributes, traces })',
    'never with a field called __proto__',
  ],
  ['src/format/exact-numbers.ts: holder[path[depth - 1]!]', 'a path that was found in the text of the value itself'],
  ['src/format/exact-numbers.ts: holder[key]', 'a path that was found in the text of the value itself'],
  ['src/format/json-value.ts: holder[step]', 'a path that was found in the text of the value itself'],
  ['src/format/json-value.ts: holder[key]', 'a path that was found in the text of the value itself'],
  ['src/storage/json-diff.ts: before[name]', 'the names are those of the object itself'],
  ['src/storage/json-diff.ts: after[name]', 'the names are those of the object itself'],
  ['src/storage/json-diff.ts: value[name]', 'the names are those of the object itself'],
  ['src/ui/timeline/brush.ts: Object.assign(pen, { font, textBaseline })', 'the names are written here'],
]);

const root = resolve(import.meta.dirname, '..');

/** What the test must find, and what it must pass. */
const SAMPLE = join(root, 'src/sample.ts');
const SAMPLE_TEXT = `
  export function sample(table: Readonly<Record<string, number>>, key: string, known: 'a' | 'b', list: number[], at: number) {
    const { [key]: taken, ...rest } = table;
    const copy = Object.assign({}, table);
    return [table[key], key in table, table[known], list[at], table['a'], taken, rest, copy];
  }`;

/** All of src/, and the sample: its types cost seconds, so they are made once. */
function createProgram(): ts.Program {
  const host = ts.createCompilerHost({});
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, options) =>
    file === SAMPLE ? ts.createSourceFile(file, SAMPLE_TEXT, options, true) : read(file, options);
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.json'),
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic({ messageText }) {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  )!;
  const source = config.fileNames.filter((name) => within(name).startsWith('src/'));
  return ts.createProgram([...source, SAMPLE], config.options, host);
}

const within = (file: string) => relative(root, file).replaceAll('\\', '/');

/** Whether a value of this type can be any text at all. */
function isOpenText(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(
    ({ flags }) => (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.Any)) !== 0,
  );
}

/** What is looked up, or copied, by names that aren't known beforehand; undefined: nothing is. */
function riskyText(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  const open = (key: ts.Expression) => isOpenText(checker.getTypeAtLocation(key));
  if (ts.isElementAccessExpression(node) && open(node.argumentExpression)) return node.getText();
  if (ts.isComputedPropertyName(node) && ts.isBindingElement(node.parent) && open(node.expression))
    return node.getText();
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword && open(node.left)) {
    return node.getText();
  }
  const isAssign = ts.isCallExpression(node) && node.expression.getText() === 'Object.assign';
  return isAssign ? node.getText() : undefined;
}

function riskyLookups(): readonly string[] {
  const program = createProgram();
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const file of program.getSourceFiles()) {
    if (!within(file.fileName).startsWith('src/')) continue;
    const visit = (node: ts.Node): void => {
      const text = riskyText(node, checker);
      if (text !== undefined) found.push(`${within(file.fileName)}: ${text}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

test('no name from a file is looked up in a plain object', { timeout: 240_000 }, () => {
  const found = riskyLookups();
  const ofSample = found.filter((lookup) => lookup.startsWith('src/sample.ts: '));
  expect(ofSample.map((lookup) => lookup.slice('src/sample.ts: '.length))).toEqual([
    '[key]',
    'Object.assign({}, table)',
    'table[key]',
    'key in table',
  ]);
  const risky = found.filter((lookup) => !ofSample.includes(lookup));
  expect(risky.filter((lookup) => !SAFE.has(lookup))).toEqual([]);
  expect([...SAFE.keys()].filter((lookup) => !risky.includes(lookup))).toEqual([]);
});
