// What two traces of one experiment differ in, said so that one can see it.
import type { RunTrace } from '../../src/record/trace.ts';

const NEIGHBOURS = 5;

/**
 * The first difference between two traces, events first, with the events around it; undefined when they say the same.
 * Runs that never finish may be given up at different times: where they are, and what it took, is not compared.
 */
export function traceDifference(actual: RunTrace, expected: RunTrace): string | undefined {
  const where =
    listDifference('events', actual.events, expected.events) ?? listDifference('steps', actual.steps, expected.steps);
  if (where) return where;
  const compared = ['finished', 'error', 'abort', ...(expected.finished ? (['end', 'tasks', 'states'] as const) : [])];
  for (const field of compared as (keyof RunTrace)[]) {
    const [is, wanted] = [JSON.stringify(actual[field]), JSON.stringify(expected[field])];
    if (is !== wanted) return `${field}: ${is}, expected ${wanted}`;
  }
  return undefined;
}

function listDifference(name: string, actual: readonly unknown[], expected: readonly unknown[]): string | undefined {
  const length = Math.max(actual.length, expected.length);
  for (let at = 0; at < length; at++) {
    if (JSON.stringify(actual[at]) !== JSON.stringify(expected[at])) return `${name}:\n${around(at, actual, expected)}`;
  }
  return undefined;
}

function around(at: number, actual: readonly unknown[], expected: readonly unknown[]): string {
  const show = (list: readonly unknown[], row: number) => (row < list.length ? JSON.stringify(list[row]) : '(nothing)');
  const rows: string[] = [];
  const end = Math.min(at + NEIGHBOURS + 1, Math.max(actual.length, expected.length));
  for (let row = Math.max(0, at - NEIGHBOURS); row < end; row++) {
    const [is, wanted] = [show(actual, row), show(expected, row)];
    rows.push(`${row === at ? '>' : ' '} ${row}  ${is === wanted ? is : `${is}  expected ${wanted}`}`);
  }
  return rows.join('\n');
}
