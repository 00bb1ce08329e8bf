// The canonical text of an experiment: the same experiment always gives the same bytes, laid out for people and diffs.
import type { Experiment } from '../model/experiment.ts';
import { printNumber } from '../model/number-text.ts';
import { experimentLayout, pickLayout, type Layout } from './field-order.ts';
import { JsonNumber } from './json-number.ts';

const LINE_WIDTH = 100;

/** Parts of an experiment whose members have a line each, even where all would fit on one. */
interface SpreadPart {
  /** Fields that mean the same when they are left out as when they are empty: they are there to hold something. */
  readonly leftOutEmpty: ReadonlySet<string>;
}

/**
 * Writes an experiment file: known fields in the schema's order, then unknown ones as they stand; two spaces a level; a
 * line break at the end. The experiment, its lists, each resource and each type take a line for every member; below,
 * what fits on a line stands on one. Lists that are empty and need not be there (types, connections, conditions,
 * simulation, groups; a resource's attributes and traces) are left out.
 * Reading the text back gives an equal experiment, which prints the same text again.
 */
export function printExperiment(experiment: Experiment): string {
  return `${printValue(experiment, experimentLayout(), '', 0)}\n`;
}

/** The text of any JSON value, with two spaces a level. */
export function printJson(value: unknown): string {
  return printValue(value, undefined, '', 0);
}

/** How many items of the experiment's lists are printed in a step. */
const STEP = 5000;

/** The same in steps: a very large experiment takes a while, and something else may be done in between. */
export function* printSteps(experiment: Experiment): Generator<void, string> {
  const { fields } = experimentLayout();
  // The text of an item is remembered, so what is printed here only has to be joined at the end.
  for (const name of ['resources', 'connections', 'conditions'] as const) {
    const items: readonly unknown[] = experiment[name];
    const layout = fields.get(name)?.items;
    for (let at = 0; at < items.length; at++) {
      printListed(items[at], layout, `${EXPERIMENT_INDENT}  `, 0);
      if (at % STEP === STEP - 1) yield;
    }
  }
  return printExperiment(experiment);
}

/** A value without parts. */
export type Scalar = string | number | boolean | null | undefined | JsonNumber;
type Fields = Readonly<Record<string, unknown>>;

let spreadParts: ReadonlyMap<Layout | undefined, SpreadPart> | undefined;

function spreadPart(layout: Layout | undefined): SpreadPart | undefined {
  if (!spreadParts) {
    const root = experimentLayout();
    const { resources, types, connections, conditions, script, groups } = Object.fromEntries(root.fields);
    const spread = (...leftOutEmpty: string[]) => ({ leftOutEmpty: new Set(leftOutEmpty) });
    spreadParts = new Map([
      [root, spread('types', 'connections', 'conditions', 'simulation', 'groups')],
      [resources?.items, spread('attributes', 'traces')],
      ...[types?.items, resources, types, connections, conditions, script, groups].map(
        (part) => [part, spread()] as const,
      ),
    ]);
  }
  return layout && spreadParts.get(layout);
}

/**
 * @param layout what the schema knows of the value.
 * @param before how much of the line is taken by what stands before the value, indent excluded.
 */
function printValue(value: unknown, layout: Layout | undefined, indent: string, before: number): string {
  if (isScalar(value)) return printScalar(value);
  if (!spreadPart(layout) || isEmpty(value)) {
    // One character is kept for the comma that may follow.
    const line = printLine(value, layout, LINE_WIDTH - indent.length - before - 1);
    if (line !== undefined) return line;
  }
  const deeper = `${indent}  `;
  // Joined level by level: one long string added to piece by piece costs ten times as much in large experiments.
  if (Array.isArray(value)) {
    const print = indent === EXPERIMENT_INDENT ? printListed : printValue;
    const items = value.map((item: unknown) => print(item, layout?.items, deeper, 0));
    return `[\n${deeper}${items.join(`,\n${deeper}`)}\n${indent}]`;
  }
  const own = pickLayout(layout, value);
  const members = fieldNames(value, own).map((name) => {
    const head = `${JSON.stringify(name)}: `;
    return head + printValue((value as Fields)[name], own?.fields.get(name), deeper, head.length);
  });
  return `{\n${deeper}${members.join(`,\n${deeper}`)}\n${indent}}`;
}

/** Whether a value has no parts that are printed by themselves. */
export function isScalar(value: unknown): value is Scalar {
  return typeof value !== 'object' || value === null || value instanceof JsonNumber;
}

/** The text of such a value. */
export function printScalar(value: Scalar): string {
  if (value instanceof JsonNumber) return value.text;
  return typeof value === 'number' ? printNumber(value) : JSON.stringify(value);
}

/** What the members of the experiment stand behind. */
const EXPERIMENT_INDENT = '  ';

const listed = new WeakMap<object, { readonly layout: Layout | undefined; readonly text: string }>();

/**
 * The same for items of the experiment's own lists. Their text is remembered: they never change, and an edit of a large
 * experiment leaves nearly all of them as they are.
 */
function printListed(item: unknown, layout: Layout | undefined, indent: string, before: number): string {
  if (typeof item !== 'object' || item === null) return printValue(item, layout, indent, before);
  const known = listed.get(item);
  if (known && known.layout === layout) return known.text;
  const text = printValue(item, layout, indent, before);
  listed.set(item, { layout, text });
  return text;
}

/** The value on one line of at most `room` characters; undefined when it is longer. */
function printLine(value: unknown, layout: Layout | undefined, room: number): string | undefined {
  if (isScalar(value)) {
    const text = printScalar(value);
    return text.length <= room ? text : undefined;
  }
  const isList = Array.isArray(value);
  const own = isList ? layout : pickLayout(layout, value);
  const names = isList ? value.keys() : fieldNames(value, own);
  let line = '';
  for (const name of names) {
    line += line === '' ? '' : ', ';
    if (typeof name === 'string') line += `${JSON.stringify(name)}: `;
    const inner = typeof name === 'string' ? own?.fields.get(name) : layout?.items;
    const member = printLine((value as Fields)[name], inner, room - line.length);
    if (member === undefined) return undefined;
    line += member;
  }
  line = isList ? `[${line}]` : line === '' ? '{}' : `{ ${line} }`;
  return line.length <= room ? line : undefined;
}

/** The fields to print, in order: those of the schema, then the others as they stand. */
function fieldNames(value: object, layout: Layout | undefined): readonly string[] {
  const leftOut = spreadPart(layout)?.leftOutEmpty;
  const printed = (name: string) => {
    const member = (value as Fields)[name];
    return member !== undefined && !(leftOut?.has(name) && isEmpty(member));
  };
  const present = Object.keys(value).filter(printed);
  if (!layout || layout.fields.size === 0) return present;
  const known: string[] = [];
  for (const name of layout.fields.keys()) if (Object.hasOwn(value, name) && printed(name)) known.push(name);
  if (known.length < present.length) known.push(...present.filter((name) => !layout.fields.has(name)));
  return known;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
