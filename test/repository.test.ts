// What must hold of the repository as a whole, beside its code.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseExperiment, printExperiment } from '../src/format/json.ts';
import { printSchema } from '../src/format/json-schema.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('the lock file names no registry', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
});

test('the published schema is the one that files are checked by (npm run schema)', () => {
  expect(read('public/schema/experiment-v1.json')).toBe(printSchema());
});

const examples = readdirSync(join(root, 'public/examples')).filter((name) => /(?<!^index)\.json$/.test(name));

test('there are examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(6);
});

test.each(examples)('the example %s opens, and stands as it would be saved', (name) => {
  const text = read(`public/examples/${name}`);
  const result = parseExperiment(text);
  expect(result).toMatchObject({ ok: true });
  expect(result.ok && printExperiment(result.experiment)).toBe(text);
});
