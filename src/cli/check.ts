import { nepiCatalog } from '../catalog/catalog.ts';
import { checkExperiment } from '../rules/check.ts';
import { problemLines } from './problem-lines.ts';
import { readExperiment } from './read-experiment.ts';
import { EXIT, type Terminal } from './terminal.ts';

/**
 * `nepi-studio check`: one line a problem, with its place.
 * @returns the exit code: 1 when there are errors or warnings; what is only good to know is told, but no problem.
 */
export async function checkFiles(files: readonly string[], terminal: Terminal): Promise<number> {
  let exit: number = EXIT.fine;
  for (const file of files) {
    const read = await readExperiment(file, terminal);
    if ('problems' in read) {
      for (const line of read.problems) terminal.out(`${line}\n`);
      exit = Math.max(exit, read.exit);
      continue;
    }
    const problems = checkExperiment(read.experiment, nepiCatalog);
    for (const line of problemLines(read.name, read.text, read.experiment, problems)) terminal.out(`${line}\n`);
    if (problems.some(({ severity }) => severity !== 'info')) exit = Math.max(exit, EXIT.problems);
  }
  return exit;
}
