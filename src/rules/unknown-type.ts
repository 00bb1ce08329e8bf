import { didYouMean, nearestNames } from './nearest.ts';
import type { Rule } from './problem.ts';

/** A resource of a type that is neither in the catalogue nor in the experiment. */
export const unknownType: Rule = {
  name: 'unknown-type',
  *check({ experiment, catalog, name }) {
    const declared = new Set(experiment.types.map(({ rtype }) => rtype));
    const nearest = new Map<string, readonly string[]>();
    for (const { guid, rtype } of experiment.resources) {
      // A declared type that the catalogue leaves out has a problem of its own (user-type).
      if (catalog.get(rtype) || declared.has(rtype)) continue;
      let names = nearest.get(rtype);
      if (!names) {
        const concrete = catalog.types.filter((type) => !type.abstract).map((type) => type.rtype);
        nearest.set(rtype, (names = nearestNames(rtype, concrete)));
      }
      yield {
        severity: 'error',
        message: `${name(guid)} is of type ${rtype}, which is not known, so it can't be simulated.${didYouMean(names)}`,
        place: { guid, field: 'rtype' },
        ...(names[0] && {
          fix: { label: `Make it a ${names[0]}`, edit: { kind: 'set-rtype', guids: [guid], rtype: names[0] } },
        }),
      };
    }
  },
};
