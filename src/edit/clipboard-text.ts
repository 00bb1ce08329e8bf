// The text of a copy: JSON that any tab, experiment or mail can carry. It comes from anywhere, so it is held to the same
// limits as a file.
import type { Connection, Condition } from '../model/experiment.ts';
import { FORMAT, VERSION } from '../model/schema.ts';
import { printPath } from '../format/json-positions.ts';
import { scanJson } from '../format/json-scanner.ts';
import { type ExperimentFile, referenceProblems } from '../format/references.ts';
import { schemaProblems, type SchemaProblem } from '../format/schema-problems.ts';
import type { ClipboardContent } from './clipboard.ts';

export const CLIPBOARD_FORMAT = 'nepi-studio.clipboard';

/** What became of a text that claims to be a copy: what it holds, or why it can't be pasted. */
export type ClipboardReading =
  | { readonly ok: true; readonly content: ClipboardContent }
  /** A sentence without its full stop. */
  | { readonly ok: false; readonly problem: string };

export function printClipboard(content: ClipboardContent): string {
  return JSON.stringify({ format: CLIPBOARD_FORMAT, version: 1, ...content }, null, 1);
}

/** Reads text from a clipboard; undefined when it is something else. Never throws. */
export function parseClipboard(text: string): ClipboardReading | undefined {
  if (!text.includes(CLIPBOARD_FORMAT) || !text.trimStart().startsWith('{')) return undefined;
  const fault = scanJson(text);
  if (fault) return refuse(fault);
  const value = JSON.parse(text) as Readonly<Record<string, unknown>>;
  if (value['format'] !== CLIPBOARD_FORMAT) return undefined;
  if (value['version'] !== 1) return { ok: false, problem: 'it was copied in another version of NEPI Studio' };
  const { id, types, resources, connections, conditions, groups = [] } = value;
  const file = { format: FORMAT, version: VERSION, id, types, resources, connections, conditions, groups };
  const outside = (value['outside'] ?? {}) as Readonly<Record<string, unknown>>;
  const [misshapen] = [
    ...schemaProblems(file),
    ...schemaProblems({
      ...file,
      resources: [],
      connections: outside['connections'],
      conditions: outside['conditions'],
    }),
  ];
  if (misshapen) return refuse(misshapen);
  const [misled] = referenceProblems(file as ExperimentFile);
  return misled
    ? refuse(misled)
    : { ok: true, content: { ...complete(file as ExperimentFile, outside), ...leftOutOf(value['leftOut']) } };
}

interface Ties {
  readonly connections?: readonly Connection[];
  readonly conditions?: readonly Condition[];
}

/** Fills in what a copy may leave out. */
function complete(file: ExperimentFile, outside: Ties): ClipboardContent {
  return {
    id: file.id,
    types: file.types ?? [],
    resources: file.resources.map((resource) => ({
      ...resource,
      attributes: resource.attributes ?? {},
      traces: resource.traces ?? [],
    })),
    connections: file.connections ?? [],
    conditions: file.conditions ?? [],
    groups: file.groups ?? [],
    outside: { connections: outside.connections ?? [], conditions: outside.conditions ?? [] },
  };
}

const leftOutOf = (count: unknown) => (typeof count === 'number' ? { leftOut: count } : {});

function refuse({ path, message }: SchemaProblem): ClipboardReading {
  return { ok: false, problem: path.length > 0 ? `${printPath(path)}: ${message}` : message };
}
