// The command line. Commands are loaded when they are called, so that --help doesn't wait for the engine.
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { DURATION_HELP, parseDuration } from '../model/duration.ts';
import { visibleText } from '../model/visible-text.ts';
import type { SimulateOptions } from './simulate.ts';
import { EXIT, processTerminal, type Terminal } from './terminal.ts';

const EXIT_CODES = `
Exit codes (of several files, the highest counts):
  0  fine; simulate: the run was computed, whatever its outcome
  1  an experiment has problems, or can't be simulated
  2  a file can't be read as an experiment, or the command line is not understood
  3  a fault of nepi-studio itself`;

/**
 * Runs the command line.
 * @param argv the arguments, without the program's name.
 * @returns the exit code; see {@link EXIT}.
 */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let exit: number = EXIT.fine;
  const program = new Command('nepi-studio')
    .description('Checks and simulates NEPI network experiments.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXIT_CODES)
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(visibleLines(text)) })
    .exitOverride();

  program
    .command('simulate')
    .description('run experiments on a virtual clock and say how they went')
    .argument('<file...>', "experiment files; '-' is the standard input")
    .option('--json', 'print each run as one line of JSON: events, steps, states, ...')
    .option('--seed <number>', 'draw random durations and failures from this seed', parseSeed)
    .option('--horizon <time>', 'give up at this virtual time, such as 90s or 24h', parseHorizon)
    .option('--ideal', "without NEPI's polling delays and worker limit; in words, also what those cost")
    .action(async (files: string[], options: SimulateOptions) => {
      const { simulateFiles } = await import('./simulate.ts');
      exit = await simulateFiles(files, options, terminal);
    });
  program
    .command('check')
    .description('find the problems of experiments, one line each: file:line: place: message')
    .argument('<file...>', "experiment files; '-' is the standard input")
    .action(async (files: string[]) => {
      const { checkFiles } = await import('./check.ts');
      exit = await checkFiles(files, terminal);
    });
  program
    .command('schema')
    .description('print the JSON Schema of an experiment file')
    .action(async () => {
      const { printSchema } = await import('../format/json-schema.ts');
      terminal.out(printSchema());
    });

  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    // Commander has said what it had to say, and ends even --help with an error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.unreadable;
    const message = error instanceof Error ? error.message : String(error);
    terminal.err(
      `nepi-studio: something broke that should not have (${visibleText(message)}). Please report it, with the file.\n`,
    );
    return EXIT.fault;
  }
}

/** What the command line quotes of its arguments, without orders to the terminal. */
const visibleLines = (text: string) => text.split('\n').map(visibleText).join('\n');

function parseSeed(text: string): number {
  const seed = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(seed)) throw new InvalidArgumentError('A seed is a whole number.');
  return seed;
}

function parseHorizon(text: string): string {
  if (parseDuration(text) === undefined) throw new InvalidArgumentError(`Here ${DURATION_HELP}.`);
  return text;
}
