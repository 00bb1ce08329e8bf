// The experiment file <-> the experiment in memory.
import type { Experiment } from '../model/experiment.ts';
import { FORMAT, VERSION } from '../model/schema.ts';
import { keepWrittenNumbers } from './exact-numbers.ts';
import { completeExperiment } from './complete-experiment.ts';
import { experimentLayout } from './field-order.ts';
import { locate, placeAt, printPath } from './json-positions.ts';
import { scanJson, type WrittenNumber } from './json-scanner.ts';
import { referenceProblems, type ExperimentFile } from './references.ts';
import { schemaProblems, showValue, type SchemaProblem } from './schema-problems.ts';

export { printExperiment, printSteps } from './json-printer.ts';

/** Something that keeps a file from being opened. */
export interface FileProblem {
  /** Where in the experiment, as in `resources[3].behavior.provision`; empty: the file as a whole. */
  readonly path: string;
  /** Where in the text, from 1. */
  readonly line?: number;
  readonly column?: number;
  /** What happened and what to do. */
  readonly message: string;
}

export type ParseResult =
  | { readonly ok: true; readonly experiment: Experiment }
  | {
      readonly ok: false;
      readonly problems: readonly FileProblem[];
      /** It is an experiment of ours, with mistakes in it; false: it is no JSON, no experiment, or of a newer version. */
      readonly recognized: boolean;
    };

/** More would only scroll the first ones out of sight. */
const MOST_PROBLEMS = 20;

/**
 * Reads an experiment file. Never throws: whatever is wrong comes back as problems, with the place and what to do.
 * Fields it does not know are kept as they stand, at every level, and so is the identity of whatever needs nothing
 * added to it; only lists that the file leaves out are filled in.
 */
export function parseExperiment(text: string): ParseResult {
  const steps = parseSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How many steps parseSteps takes for a file that can be opened. */
export const PARSE_STEPS = 5;

/** The same in steps: of a very large file each takes a while, and something else may be done in between. */
export function* parseSteps(text: string): Generator<void, ParseResult> {
  // Editors on Windows begin files with a mark that is not part of the text.
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const numbers: WrittenNumber[] = [];
  const fault = scanJson(json, undefined, numbers);
  if (fault) {
    const path = printPath(fault.path);
    return {
      ok: false,
      problems: [{ path, ...placeAt(json, fault.offset), message: fault.message }],
      recognized: false,
    };
  }
  yield;
  const value: unknown = JSON.parse(json);
  const stranger = foreignFile(value);
  if (stranger) return refuse(json, [stranger], false);
  yield;
  const changed = keepWrittenNumbers(value, experimentLayout(), numbers);
  if (changed.length > 0) return refuse(json, changed);
  const misshapen = schemaProblems(value);
  if (misshapen.length > 0) return refuse(json, misshapen);
  yield;
  const file = value as ExperimentFile;
  const misled = referenceProblems(file);
  if (misled.length > 0) return refuse(json, misled);
  yield;
  return { ok: true, experiment: completeExperiment(file) };
}

/** Whether this is a file of ours, of a version that we read. */
function foreignFile(value: unknown): SchemaProblem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path: [], message: `this is not a NEPI Studio experiment: ${showValue(value)} is no object` };
  const { format, version } = value as Readonly<Record<string, unknown>>;
  if (format !== FORMAT) {
    const found = format === undefined ? 'is missing' : `is ${showValue(format)}`;
    return {
      path: ['format'],
      message: `this is not a NEPI Studio experiment: its format ${found}, where an experiment has "${FORMAT}"`,
    };
  }
  if (version === VERSION) return undefined;
  if (typeof version === 'number' && version > VERSION)
    return {
      path: ['version'],
      message:
        `this file was written by a newer NEPI Studio (version ${version}); this one reads version ${VERSION}: ` +
        'open it with the newer one',
    };
  const found = version === undefined ? 'is missing' : `is ${showValue(version)}`;
  return { path: ['version'], message: `the version ${found}; this NEPI Studio reads version ${VERSION}` };
}

/** Whether a value in memory is an experiment, with all its lists, that could be written and opened again. */
export function isExperiment(value: unknown): value is Experiment {
  if (foreignFile(value) !== undefined || schemaProblems(value).length > 0) return false;
  const file = value as ExperimentFile;
  const { types, connections, conditions, simulation, groups, resources } = file;
  const isComplete = types && connections && conditions && simulation && groups;
  return (
    isComplete !== undefined &&
    resources.every(({ attributes, traces }) => attributes && traces) &&
    referenceProblems(file).length === 0
  );
}

function refuse(text: string, problems: readonly SchemaProblem[], recognized = true): ParseResult {
  const told = problems.slice(0, MOST_PROBLEMS);
  const places = locate(
    text,
    told.map(({ path }) => path),
  );
  const listed: FileProblem[] = told.map(({ path, message }, index) => ({
    path: printPath(path),
    ...places[index],
    message,
  }));
  const rest = problems.length - told.length;
  if (rest > 0) listed.push({ path: '', message: `and ${rest} more ${rest === 1 ? 'problem' : 'problems'}` });
  return { ok: false, problems: listed, recognized };
}
