import type { Rule } from './problem.ts';

/** A resource of a type that only other types are made from. NEPI registers it, but it can't do anything. */
export const abstractType: Rule = {
  name: 'abstract-type',
  *check({ experiment, catalog, typeOf, name }) {
    for (const resource of experiment.resources) {
      const { guid, rtype } = resource;
      if (!typeOf(resource)?.abstract) continue;
      const subtypes = catalog.types.filter((type) => !type.abstract && type.lineage.includes(rtype));
      const such = subtypes.slice(0, 3).map((type) => type.rtype);
      yield {
        severity: 'error',
        message: `${name(guid)} is of the abstract type ${rtype}. Use one of its subtypes${such.length ? `, such as ${such.join(', ')}` : ''}.`,
        place: { guid, field: 'rtype' },
        ...(subtypes.length === 1 && {
          fix: { label: `Make it a ${such[0]!}`, edit: { kind: 'set-rtype', guids: [guid], rtype: such[0]! } },
        }),
      };
    }
  },
};
