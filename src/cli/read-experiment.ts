import { readFile } from 'node:fs/promises';
import { decodeText } from '../format/decode-text.ts';
import { parseExperiment } from '../format/json.ts';
import type { Experiment } from '../model/experiment.ts';
import { visibleText } from '../model/visible-text.ts';
import { fileProblemLine } from './problem-lines.ts';
import { EXIT, type Terminal } from './terminal.ts';
import { ownValue } from '../model/own-value.ts';

/** A file of the command line, read: an experiment, or what kept it from being one, told line by line. */
export type FileRead =
  | { readonly name: string; readonly text: string; readonly experiment: Experiment }
  | { readonly name: string; readonly problems: readonly string[]; readonly exit: 1 | 2 };

/** Reads an experiment from a file; `-` is the standard input. Never throws for what a file holds or lacks. */
export async function readExperiment(file: string, terminal: Terminal): Promise<FileRead> {
  const name = file === '-' ? '(stdin)' : file;
  let bytes: Uint8Array;
  try {
    bytes = file === '-' ? await terminal.readStdin() : await readFile(file);
  } catch (error) {
    return { name, problems: [visibleText(`${name}: ${explain(error)}`)], exit: EXIT.unreadable };
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { name, problems: [fileProblemLine(name, decoded.problem)], exit: EXIT.unreadable };
  const { text } = decoded;
  const result = parseExperiment(text);
  if (result.ok) return { name, text, experiment: result.experiment };
  return {
    name,
    problems: result.problems.map((problem) => fileProblemLine(name, problem)),
    exit: result.recognized ? EXIT.problems : EXIT.unreadable,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'this file may not be read by you',
  ENOTDIR: 'there is no such file',
  ERR_FS_FILE_TOO_LARGE: 'this file is too large to be read',
};

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    ownValue(REASONS, code) ?? `this file can't be read (${error instanceof Error ? error.message : String(error)})`
  );
}
