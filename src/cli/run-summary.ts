// A run in words, for people at a terminal.
import { resourceLabel, resourcesByGuid, type Experiment } from '../model/experiment.ts';
import { mergeBehavior, withUserTypes, type Catalog } from '../model/rtype.ts';
import { stepWithoutResources } from '../model/script.ts';
import { STATES } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { resourceWithGuid } from '../model/resource-name.ts';
import { visibleText } from '../model/visible-text.ts';
import { cutToWidth, displayWidth, padToWidth } from './display-width.ts';
import { SCRIPT_GUID, type RunChunk, type RunOutcome, type StalledWait } from '../record/chunk.ts';
import { explainCost, orchestratorCost } from '../record/orchestrator-cost.ts';
import { createRecord, type RunRecord } from '../record/run-record.ts';
import { printSentence } from '../record/sentence.ts';

/** What NEPI's polling delays and worker limit cost. @param nepi the run with them. @param ideal the same without. */
export function costSentence(nepi: readonly RunChunk[], ideal: readonly RunChunk[]): string {
  const pieces = explainCost(orchestratorCost(recordOf(nepi), recordOf(ideal)));
  return printSentence({ pieces }, { labelOf: (guid) => `guid ${guid}`, printTime, printSpan: printTime });
}

/** How a run went: its outcome, each resource's last state, what failed, and who waits for whom. */
export function summarizeRun(experiment: Experiment, catalog: Catalog, chunks: readonly RunChunk[]): string {
  const record = recordOf(chunks);
  const { outcome } = record;
  if (!outcome) throw new Error('only a run that is over can be summed up');
  const lines = [
    `${experiment.id || 'experiment'}: ${outcomeSentence(outcome)}`,
    `  ${count(experiment.resources.length, 'resource')}, ${count(record.events.length - record.stepEvents.length, 'event')}, ${count(record.tasks, 'task')}`,
    ...idleSteps(experiment),
    ...stateTable(experiment, record),
    ...failures(experiment, record),
    ...outcome.stalled.map((wait) => `  ${waitSentence(experiment, catalog, wait)}`),
  ];
  return `${lines.map(visibleText).join('\n')}\n`;
}

function recordOf(chunks: readonly RunChunk[]): RunRecord {
  const record = createRecord();
  for (const chunk of chunks) record.append(chunk);
  return record;
}

function outcomeSentence({ kind, abort, end, message }: RunOutcome): string {
  const at = printTime(end);
  switch (kind) {
    case 'completed':
      return abort ? `aborted, because a critical resource failed; the script ended at ${at}` : `completed at ${at}`;
    case 'error':
      return `stopped with an error at ${at}: ${message ?? 'a step failed'}`;
    case 'stalled':
      return `stalled at ${at}: nothing can change any more`;
    case 'horizon':
      return `not finished at its horizon, ${at}${message === undefined ? '' : `: ${message}`}`;
    case 'cancelled':
      return `cancelled at ${at}`;
  }
}

/** Steps that name no resource: the run went on as if they weren't there. */
function idleSteps({ script = [] }: Experiment): readonly string[] {
  return script.flatMap((step, place) =>
    stepWithoutResources(step) ? [`  step ${place + 1} (${step.op}) names no resource and did nothing`] : [],
  );
}

/** Seconds throughout, so that times compare at a glance. */
const printTime = (micros: Micros) => `${micros / 1_000_000}s`;

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** The columns of a table that a label has: one long label doesn't push the rest of every row out of sight. */
const LABEL_COLUMNS = 40;

function stateTable({ resources }: Experiment, { events, stateEvents }: RunRecord): string[] {
  const rows = resources.map((resource) => {
    const label = cutToWidth(resourceLabel(resource), LABEL_COLUMNS);
    const last = stateEvents.of(resource.guid).at(-1);
    return last === undefined
      ? [String(resource.guid), label, 'NEW', '']
      : [String(resource.guid), label, STATES[events.kind[last]!]!, `since ${printTime(events.time[last]!)}`];
  });
  const widths = [0, 1, 2].map((column) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column]!)), 0),
  );
  return rows.map(([guid, label, state, since]) =>
    `  ${guid!.padStart(widths[0]!)}  ${padToWidth(label!, widths[1]!)}  ${state!.padEnd(widths[2]!)}  ${since!}`.trimEnd(),
  );
}

function failures(experiment: Experiment, { events, stateEvents, log }: RunRecord): string[] {
  const failed = STATES.indexOf('FAILED');
  return experiment.resources.flatMap(({ guid }) => {
    const event = [...stateEvents.of(guid)].find((row) => events.kind[row] === failed);
    if (event === undefined) return [];
    const time = events.time[event]!;
    const reason = log.find((line) => line.guid === guid && line.time === time && line.level === 'error')?.text;
    return [`  ${name(experiment, guid)} failed at ${printTime(time)}${reason ? `: ${reason}` : ''}`];
  });
}

function name(experiment: Experiment, guid: Guid): string {
  if (guid === SCRIPT_GUID) return 'the script';
  const resource = resourcesByGuid(experiment.resources).get(guid);
  return resource ? resourceWithGuid(resource) : `guid ${guid}`;
}

function waitSentence(
  experiment: Experiment,
  catalog: Catalog,
  { guid, activity, ref, member, state }: StalledWait,
): string {
  const who = name(experiment, guid);
  const whom = name(experiment, member);
  const reached = state === undefined ? '' : ` to be ${state}`;
  switch (activity) {
    case 'condition':
    case 'delay': {
      const action = experiment.conditions[ref]?.action;
      return `${who} waits for ${whom}${reached}${action ? ` before its ${action}` : ''}`;
    }
    case 'gate':
      return member === 0
        ? `${who} waits for a connected ${gateType(experiment, catalog, guid, ref)} that is not there`
        : `${who} waits for ${whom}${reached}, to which it is connected`;
    case 'group':
      return `${who} waits for ${whom}${reached || ' to be READY'}, which is deployed with it`;
    case 'wait':
      return `${who} waits for ${whom}${reached} (step ${ref + 1})`;
    case 'state':
      return `${who} can't go on in the state it is in${state === undefined ? '' : `, ${state}`}`;
    case 'lock':
      return `${who} waits for an action of its own to end`;
    case 'worker':
      return `${who} waits for a worker`;
    case 'phase':
    case 'poll':
    case 'script':
    case 'sleep':
      return `${who} waits${member === 0 ? '' : ` for ${whom}${reached}`}`;
  }
}

/** The type that a gate asks for; of a gate with a path, the one at its end. */
function gateType(experiment: Experiment, catalog: Catalog, guid: Guid, gate: number): string {
  const resource = resourcesByGuid(experiment.resources).get(guid);
  const type = resource && withUserTypes(catalog, experiment.types).get(resource.rtype);
  const requirement = mergeBehavior(type?.behavior, resource?.behavior).requires?.[gate];
  return requirement?.type ?? requirement?.path?.at(-1) ?? 'resource';
}
