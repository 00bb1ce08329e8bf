import { stepWaitsForNone, stepWithoutResources } from '../model/script.ts';
import type { Rule } from './problem.ts';

/** Steps that name no resource: often what is left of one whose resources were deleted. */
export const emptyStep: Rule = {
  name: 'empty-step',
  *check({ experiment: { script = [] } }) {
    for (const [place, step] of script.entries()) {
      const isEmpty = stepWithoutResources(step);
      if (!isEmpty && !stepWaitsForNone(step)) continue;
      yield {
        severity: 'warning',
        message: isEmpty
          ? `Step ${place + 1} (${step.op}) names no resource, so it does nothing. Choose its resources, or remove it.`
          : `Step ${place + 1} (${step.op}) waits for no resource, so it sets the value at once. Choose whom it waits for, or remove it.`,
        place: { step: place },
        fix: { label: 'Remove the step', edit: { kind: 'set-script', script: script.toSpliced(place, 1) } },
      };
    }
  },
};
