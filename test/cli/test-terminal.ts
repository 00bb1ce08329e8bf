import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

/** What a command line left behind. */
export interface Left {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function run(argv: readonly string[], stdin: string | Uint8Array = ''): Promise<Left> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    readStdin: () => Promise.resolve(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
  };
  const exit = await main(argv, terminal);
  return { exit, out, err };
}
