import { nepiCatalog } from '../catalog/catalog.ts';
import type { Experiment } from '../model/experiment.ts';
import { checkInSteps } from '../rules/check.ts';

/** Checks an experiment with NEPI's types, a rule at each step. */
export const checkSteps = (experiment: Experiment) => checkInSteps(experiment, nepiCatalog);
