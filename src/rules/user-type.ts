import { attributeRefusal, checkAttributeValue } from '../model/attribute.ts';
import type { UserType } from '../model/experiment.ts';
import { ROOT_TYPE } from '../model/rtype.ts';
import { didYouMean, nearestNames } from './nearest.ts';
import type { Rule } from './problem.ts';

/** Types of the experiment's own that hang in the air, extend themselves, hide others, or have impossible defaults. */
export const userType: Rule = {
  name: 'user-type',
  *check({ experiment, catalog, builtin }) {
    const declared = new Map<string, UserType>(experiment.types.map((type) => [type.rtype, type]));
    const seen = new Set<string>();
    for (const type of experiment.types) {
      const { rtype } = type;
      const place = { type: rtype };
      if (seen.has(rtype)) {
        yield {
          severity: 'warning',
          message: `The type ${rtype} is declared twice; the last declaration counts.`,
          place,
        };
        continue;
      }
      seen.add(rtype);
      if (builtin.get(rtype)) {
        yield {
          severity: 'warning',
          message: `The type ${rtype} is one of NEPI's own; here the experiment's declaration replaces it. Give it another name if that is not meant.`,
          place,
        };
      }
      const circle = circleOf(rtype, declared);
      const parent = type.extends ?? ROOT_TYPE;
      if (circle) {
        yield {
          severity: 'error',
          message: `The type ${rtype} extends itself: ${circle.join(' extends ')}. Let one of them extend ${ROOT_TYPE}.`,
          place: { ...place, field: 'extends' },
        };
      } else if (!catalog.get(parent) && !declared.has(parent)) {
        const names = nearestNames(
          parent,
          catalog.types.map((other) => other.rtype),
        );
        yield {
          severity: 'error',
          message: `The type ${rtype} extends ${parent}, which is not known.${didYouMean(names)}`,
          place: { ...place, field: 'extends' },
        };
      }
      for (const attribute of type.attributes ?? []) {
        if (attribute.default === undefined) continue;
        const refusal = attributeRefusal(attribute, attribute.default);
        const problem = refusal ?? checkAttributeValue(attribute, attribute.default);
        if (!problem) continue;
        yield {
          severity: refusal === undefined ? 'info' : 'error',
          message: `The default of an attribute of type ${rtype} ${refusal === undefined ? 'is of another type' : "can't be"}: ${problem}.`,
          place: { ...place, field: `attributes.${attribute.name}` },
        };
      }
    }
  },
};

/** The way from a type back to itself, or undefined; types that only lead into a circle have none. */
function circleOf(rtype: string, declared: ReadonlyMap<string, UserType>): readonly string[] | undefined {
  const way = [rtype];
  for (let next = declared.get(rtype)?.extends; next !== undefined; next = declared.get(next)?.extends) {
    way.push(next);
    if (next === rtype) return way;
    if (way.length > declared.size) return undefined;
  }
  return undefined;
}
