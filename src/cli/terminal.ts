import process from 'node:process';
import { buffer } from 'node:stream/consumers';

/** Where the commands write and read, so that tests can stand in for a terminal. */
export interface Terminal {
  /** Results. The text brings its own line breaks. */
  out(text: string): void;
  /** What is said beside the results. */
  err(text: string): void;
  readStdin(): Promise<Uint8Array>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // Whoever reads may leave early (`| head`): that ends us quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : EXIT.fault));
  process.stderr.on('error', () => {});
  return {
    out: (written) => void process.stdout.write(written),
    err: (written) => void process.stderr.write(written),
    readStdin: () => buffer(process.stdin),
  };
}

/** Exit codes; with several files the highest counts. */
export const EXIT = {
  /** All is well: nothing to complain about, or simulated (whatever the outcome). */
  fine: 0,
  /** An experiment has problems, or can't be simulated. */
  problems: 1,
  /** A file can't be read as an experiment, or the command line is not understood. */
  unreadable: 2,
  /** A fault of this program. */
  fault: 3,
} as const;
