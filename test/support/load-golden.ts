// Golden runs: experiments with the traces that NEPI's own classes left of them.
import { readdirSync, readFileSync } from 'node:fs';
import { parseExperiment } from '../../src/format/json.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import type { RunTrace } from '../../src/record/trace.ts';

export interface Golden {
  readonly name: string;
  readonly experiment: Experiment;
  readonly trace: RunTrace;
}

const GOLDEN = new URL('../golden/', import.meta.url);

/** The names of the golden runs in a folder below test/golden, in order. */
export function goldenNames(folder: '' | 'random/'): readonly string[] {
  return readdirSync(new URL(folder, GOLDEN))
    .filter((file) => file.endsWith('.trace.json'))
    .map((file) => folder + file.replace('.trace.json', ''))
    .toSorted();
}

/** @throws when its file is not a good experiment. */
export function loadGolden(name: string): Golden {
  const read = (suffix: string) => readFileSync(new URL(name + suffix, GOLDEN), 'utf8');
  const result = parseExperiment(read('.json'));
  if (!result.ok) throw new Error(`${name}: ${result.problems.map(({ message }) => message).join('; ')}`);
  return { name, experiment: result.experiment, trace: JSON.parse(read('.trace.json')) as RunTrace };
}
