// Problems as lines that editors and people can follow: `file:line: path: message`.
import { locate, printPath } from '../format/json-positions.ts';
import type { JsonPath } from '../format/json-scanner.ts';
import type { FileProblem } from '../format/json.ts';
import type { Experiment } from '../model/experiment.ts';
import { visibleText } from '../model/visible-text.ts';
import type { Place, Problem } from '../rules/problem.ts';

/** What kept a file from being read, in one line, without the parts that are not known. */
export function fileProblemLine(name: string, { line, path, message }: FileProblem): string {
  return visibleText(`${name}${line === undefined ? '' : `:${line}`}: ${path === '' ? '' : `${path}: `}${message}`);
}

/**
 * What the rules found in an experiment that was read; a warning says that it is one.
 * @param text the file that the experiment was read from.
 */
export function problemLines(
  name: string,
  text: string,
  experiment: Experiment,
  problems: readonly Problem[],
): readonly string[] {
  const paths = problems.map(({ place }) => problemPath(place, experiment));
  const places = locate(text, paths);
  return problems.map(({ severity, message }, index) =>
    fileProblemLine(name, {
      path: printPath(paths[index] ?? []),
      ...places[index],
      message: severity === 'error' ? message : `${severity}: ${message}`,
    }),
  );
}

/** Where a problem is in the file. What the file leaves out (a default script, say) is looked for around it. */
function problemPath(place: Place, experiment: Experiment): JsonPath {
  const holder = holderPath(place, experiment);
  if (place.field === undefined) return holder;
  // Names of attributes may hold dots themselves.
  const dot = place.field.indexOf('.');
  const field = dot < 0 ? [place.field] : [place.field.slice(0, dot), place.field.slice(dot + 1)];
  return [...(holder.length === 0 ? ['simulation'] : holder), ...field];
}

function holderPath(place: Place, experiment: Experiment): JsonPath {
  if (place.condition !== undefined) return ['conditions', place.condition];
  if (place.connection !== undefined) return ['connections', place.connection];
  if (place.step !== undefined) return ['script', place.step];
  if (place.type !== undefined) return ['types', experiment.types.findIndex(({ rtype }) => rtype === place.type)];
  if (place.guid === undefined) return [];
  return ['resources', experiment.resources.findIndex(({ guid }) => guid === place.guid)];
}
