import type { Behavior } from '../model/experiment.ts';
import { didYouMean, nearestNames } from './nearest.ts';
import type { Place, Rule } from './problem.ts';

/** A `requires` that looks for a type nobody knows: nothing ever counts for it. */
export const unknownGateType: Rule = {
  name: 'unknown-gate-type',
  *check({ experiment, catalog, name }) {
    const written: { readonly who: string; readonly place: Place; readonly behavior: Behavior | undefined }[] = [
      ...experiment.types.map(({ rtype, behavior }) => ({
        who: `The type ${rtype}`,
        place: { type: rtype },
        behavior,
      })),
      ...experiment.resources.map(({ guid, behavior }) => ({ who: name(guid), place: { guid }, behavior })),
    ];
    for (const { who, place, behavior } of written) {
      for (const gate of behavior?.requires ?? []) {
        for (const rtype of gate.path ?? [gate.type!]) {
          if (catalog.get(rtype)) continue;
          const names = nearestNames(
            rtype,
            catalog.types.map((type) => type.rtype),
          );
          yield {
            severity: 'warning',
            message: `${who} requires connections to ${rtype}, a type that is not known.${didYouMean(names)}`,
            place: { ...place, field: 'behavior.requires' },
          };
        }
      }
    }
  },
};
