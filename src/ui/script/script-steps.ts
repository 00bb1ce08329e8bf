// The steps of a script: what each does, what a new one begins as, and whom it covers.
import type { Edit } from '../../edit/edit.ts';
import type { Experiment, Step } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';

export type StepOp = Step['op'];

interface StepKind {
  readonly op: StepOp;
  readonly title: string;
  /** What it does, in a sentence. */
  readonly help: string;
}

export const STEP_KINDS: readonly StepKind[] = [
  { op: 'deploy', title: 'Deploy', help: 'Discovers, provisions and readies resources, then starts them.' },
  { op: 'waitDeployed', title: 'Wait until ready', help: 'Goes on once all are at least READY.' },
  { op: 'waitStarted', title: 'Wait until started', help: 'Goes on once all are at least STARTED.' },
  { op: 'waitFinished', title: 'Wait until finished', help: 'Goes on once all are at least STOPPED.' },
  { op: 'sleep', title: 'Sleep', help: 'Goes on after a time.' },
  { op: 'set', title: 'Set attribute', help: 'Sets an attribute of resources at once.' },
  {
    op: 'setWithConditions',
    title: 'Set attribute when',
    help: 'Sets an attribute once other resources have reached a state.',
  },
  { op: 'start', title: 'Start', help: 'Starts resources, one after the other; the script waits for it.' },
  { op: 'stop', title: 'Stop', help: 'Stops resources, one after the other; the script waits for it.' },
  { op: 'release', title: 'Release', help: 'Releases resources and goes on once they are.' },
  { op: 'waitReleased', title: 'Wait until released', help: 'Goes on once all are RELEASED.' },
  { op: 'shutdown', title: 'Shut down', help: 'Drops what is still planned and releases everything.' },
];

/** What a step's op is called. */
export function stepTitle(op: StepOp): string {
  return STEP_KINDS.find((kind) => kind.op === op)?.title ?? op;
}

/** A new step, about the given resources (those selected, say). */
export function newStep(op: StepOp, guids: readonly Guid[]): Step {
  const resources = [...guids];
  switch (op) {
    case 'deploy':
      return resources.length > 0 ? { op, resources } : { op };
    case 'setWithConditions':
      return { op, resources, attribute: 'attribute', value: '', group: resources, state: 'STARTED' };
    case 'set':
      return { op, resources, attribute: 'attribute', value: '' };
    case 'sleep':
      return { op, time: '10s' };
    case 'shutdown':
      return { op };
    case 'waitDeployed':
    case 'waitStarted':
    case 'waitFinished':
    case 'waitReleased':
    case 'start':
    case 'stop':
    case 'release':
      return { op, resources };
  }
}

/** The field in which a new step says first what its kind leaves open; none where its kind says all. */
export function firstField(step: Step): string | undefined {
  if (step.op === 'shutdown') return undefined;
  if (step.op === 'sleep') return 'time';
  const isSet = step.op === 'set' || step.op === 'setWithConditions';
  return isSet && step.resources.length > 0 ? 'attribute' : 'resources';
}

/** Another script, by what was done to get it, as a menu says it after "Undo". */
export function scriptEdit(doing: string, script: readonly Step[] | undefined): Edit {
  return { kind: 'all', label: doing, edits: [{ kind: 'set-script', script }] };
}

/** The script with a step more: at its end, but before a shutdown that ends it. */
export function addStep(
  script: readonly Step[],
  step: Step,
): { readonly script: readonly Step[]; readonly at: number } {
  const at = script.at(-1)?.op === 'shutdown' && step.op !== 'shutdown' ? script.length - 1 : script.length;
  return { script: script.toSpliced(at, 0, step), at };
}

/** The script with a step at another place; the same script when it would stay where it is. */
export function moveStep(script: readonly Step[], from: number, to: number): readonly Step[] {
  const target = Math.max(0, Math.min(script.length - 1, to));
  const step = script[from];
  if (!step || target === from) return script;
  return script.toSpliced(from, 1).toSpliced(target, 0, step);
}

/** A step of another kind in its place; what both have is kept. */
export function changeOp(step: Step, op: StepOp): Step {
  if (step.op === op) return step;
  const fresh = newStep(op, 'resources' in step ? (step.resources ?? []) : []);
  const kept = Object.entries(step).filter(([key]) => key !== 'op' && Object.hasOwn(fresh, key));
  return { ...fresh, ...Object.fromEntries(kept), op } as Step;
}

/** The resources that a step is about. A deploy or shutdown of all: those that no deploy before covers; everybody. */
export function coveredBy(experiment: Experiment, script: readonly Step[], index: number): readonly Guid[] {
  const step = script[index];
  if (!step || step.op === 'sleep') return [];
  const all = experiment.resources.map(({ guid }) => guid);
  if (step.op === 'shutdown') return all;
  if (step.op !== 'deploy' || step.resources) return 'resources' in step ? (step.resources ?? []) : [];
  const before = new Set<Guid>();
  for (const former of script.slice(0, index)) {
    if (former.op !== 'deploy') continue;
    if (!former.resources) return [];
    for (const guid of former.resources) before.add(guid);
  }
  return all.filter((guid) => !before.has(guid));
}

/** The step without one of its optional fields, or with another value in it. */
export function withField<T extends Step, Key extends keyof T>(step: T, key: Key, value: T[Key] | undefined): T {
  const { [key]: _former, ...rest } = step;
  return (value === undefined ? rest : { ...rest, [key]: value }) as T;
}
