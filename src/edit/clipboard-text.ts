// The text of a copy: JSON that any tab, experiment or mail can carry. It comes from anywhere, so it is held to the same
// limits as a file.
import type { Connection, Condition, Step } from '../model/experiment.ts';
import { FORMAT, VERSION } from '../model/schema.ts';
import { completeExperiment } from '../format/complete-experiment.ts';
import { keepWrittenNumbers } from '../format/exact-numbers.ts';
import { experimentLayout, type Layout } from '../format/field-order.ts';
import { printPath } from '../format/json-positions.ts';
import { printJson } from '../format/json-printer.ts';
import { scanJson, type WrittenNumber } from '../format/json-scanner.ts';
import { type ExperimentFile, referenceProblems } from '../format/references.ts';
import { schemaProblems, type SchemaProblem } from '../format/schema-problems.ts';
import type { ClipboardContent } from './clipboard.ts';
import type { CutItem, CutParts } from './cut.ts';

const CLIPBOARD_FORMAT = 'nepi-studio.clipboard';

/** What became of a text that claims to be a copy: what it holds, or why it can't be pasted. */
export type ClipboardReading =
  | { readonly ok: true; readonly content: ClipboardContent }
  /** A sentence without its full stop. */
  | { readonly ok: false; readonly problem: string };

export function printClipboard(content: ClipboardContent): string {
  return printJson({ format: CLIPBOARD_FORMAT, version: 1, ...content });
}

/** Reads text from a clipboard; undefined when it is something else. Never throws. */
export function parseClipboard(text: string): ClipboardReading | undefined {
  if (!text.includes(CLIPBOARD_FORMAT) || !text.trimStart().startsWith('{')) return undefined;
  const numbers: WrittenNumber[] = [];
  const fault = scanJson(text, undefined, numbers);
  if (fault) return refuse(fault);
  const value = JSON.parse(text) as Readonly<Record<string, unknown>>;
  if (value['format'] !== CLIPBOARD_FORMAT) return undefined;
  if (value['version'] !== 1) return { ok: false, problem: 'it was copied in another version of NEPI Studio' };
  const [changed] = keepWrittenNumbers(value, clipboardLayout(), numbers);
  if (changed) return refuse(changed);
  const { id, types, resources, connections, conditions, groups = [] } = value;
  const file = { format: FORMAT, version: VERSION, id, types, resources, connections, conditions, groups };
  const outside = (value['outside'] ?? {}) as Readonly<Record<string, unknown>>;
  const cut = value['cut'] as CutParts | undefined;
  const [misshapen] = [
    ...schemaProblems({ ...file, script: value['script'] }),
    ...cutProblems(file, cut),
    ...schemaProblems({
      ...file,
      resources: [],
      connections: outside['connections'],
      conditions: outside['conditions'],
    }),
  ];
  if (misshapen) return refuse(misshapen);
  const script = value['script'] as readonly Step[] | undefined;
  const [misled] = referenceProblems({ ...file, ...(script && { script }) } as ExperimentFile);
  if (misled) return refuse(misled);
  const content = complete(file as ExperimentFile, outside);
  return {
    ok: true,
    content: { ...content, ...leftOutOf(value['leftOut']), ...(script && { script }), ...(cut && { cut }) },
  };
}

/** What is wrong with the parts that were cut. Their guids may be those of resources that were not cut. */
function cutProblems(file: object, cut: unknown): readonly SchemaProblem[] {
  if (cut === undefined) return [];
  const parts = CUT_LISTS.map((list) => [list, (cut as Record<string, unknown> | null)?.[list]] as const);
  const isPlaced = (item: unknown) => {
    const { at } = (item ?? {}) as Partial<CutItem<unknown>>;
    return Number.isSafeInteger(at) && at! >= 0;
  };
  const wrong = parts.find(([, items]) => !Array.isArray(items) || !items.every(isPlaced));
  if (wrong) return [{ path: ['cut', wrong[0]], message: 'a list of items with their places is needed' }];
  const items = parts.map(([list, found]) => [list, (found as CutItem<unknown>[]).map(({ item }) => item)] as const);
  return schemaProblems({ ...file, resources: [], connections: [], ...Object.fromEntries(items) });
}

const CUT_LISTS = ['script', 'conditions', 'groups'] as const satisfies readonly (keyof CutParts)[];

/** A copy is laid out as an experiment; what ties it to others as well, and what was cut is in lists of the same items. */
function clipboardLayout(): Layout {
  const layout = experimentLayout();
  const plain: Layout = { fields: new Map(), others: undefined, items: undefined, kinds: [], tag: undefined };
  const holding = (fields: readonly (readonly [string, Layout])[]): Layout => ({ ...plain, fields: new Map(fields) });
  const cut = CUT_LISTS.map((list) => {
    const item = layout.fields.get(list)?.items ?? plain;
    return [
      list,
      {
        ...plain,
        items: holding([
          ['at', plain],
          ['item', item],
        ]),
      },
    ] as const;
  });
  return { ...layout, fields: new Map([...layout.fields, ['outside', layout], ['cut', holding(cut)]]) };
}

interface Ties {
  readonly connections?: readonly Connection[];
  readonly conditions?: readonly Condition[];
}

/** Fills in what a copy may leave out. */
function complete(file: ExperimentFile, outside: Ties): ClipboardContent {
  const { id, types, resources, connections, conditions, groups } = completeExperiment(file);
  return {
    ...{ id, types, resources, connections, conditions, groups },
    outside: { connections: outside.connections ?? [], conditions: outside.conditions ?? [] },
  };
}

const leftOutOf = (count: unknown) => (typeof count === 'number' ? { leftOut: count } : {});

function refuse({ path, message }: SchemaProblem): ClipboardReading {
  return { ok: false, problem: path.length > 0 ? `${printPath(path)}: ${message}` : message };
}
