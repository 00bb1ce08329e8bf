import { nepiCatalog } from '../../src/catalog/catalog.ts';
import {
  createExperiment,
  type AttributeValue,
  type Behavior,
  type Condition,
  type Experiment,
  type Resource,
} from '../../src/model/experiment.ts';
import type { Action, State } from '../../src/model/state.ts';
import { checkExperiment } from '../../src/rules/check.ts';
import type { Problem } from '../../src/rules/problem.ts';

type Part = Partial<Omit<Experiment, 'resources'>>;

/** An experiment of these resources, which get the guids 1, 2, ... */
export function makeExperiment(resources: readonly Partial<Resource>[], part: Part = {}): Experiment {
  return {
    ...createExperiment('test'),
    resources: resources.map((resource, place) => ({
      guid: place + 1,
      rtype: 'linux::Node',
      attributes: {},
      traces: [],
      ...resource,
    })),
    ...part,
  };
}

/** A resource of a type, with attributes and behavior. */
export function make(
  rtype: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  behavior?: Behavior,
): Partial<Resource> {
  return { rtype, attributes, ...(behavior && { behavior }) };
}

export function when(
  resources: readonly number[],
  action: Action,
  group: readonly number[],
  state: State,
  time?: string,
): Condition {
  return { resources, action, group, state, ...(time && { time }) };
}

/** A program with all that a real run needs, so that only what a test is about is reported. */
export const program = (behavior?: Behavior) => make('linux::Application', { command: 'date' }, behavior);
export const node = make('linux::Node');

export const check = (experiment: Experiment): readonly Problem[] => checkExperiment(experiment, nepiCatalog);

/** What one rule finds, as `severity: message`. */
export function findings(experiment: Experiment, rule: string): readonly string[] {
  return check(experiment)
    .filter((problem) => problem.rule === rule)
    .map(({ severity, message }) => `${severity}: ${message}`);
}
