import { NEEDED_ATTRIBUTES } from '../catalog/caveats.ts';
import type { ResourceType } from '../model/rtype.ts';
import type { Rule } from './problem.ts';
import { ownValue } from '../model/own-value.ts';

/** Attributes left unset without which a real run fails. */
export const neededAttribute: Rule = {
  name: 'needed-attribute',
  *check({ experiment, typeOf, name }) {
    for (const resource of experiment.resources) {
      const type = typeOf(resource);
      if (!type || type.abstract || type.own) continue;
      const { guid } = resource;
      const isSet = (attribute: string) => {
        const value = ownValue(resource.attributes, attribute) ?? type.attributes.get(attribute)?.default;
        return value !== undefined && value !== '';
      };
      for (const choice of neededBy(type)) {
        if (choice.some(isSet)) continue;
        yield {
          severity: 'warning',
          message: `${name(guid)} has no ${choice.join(' and no ')}: the simulation doesn't need it, a real run fails without. Set ${choice.length > 1 ? 'one of them' : 'it'}.`,
          place: { guid, field: `attributes.${choice[0]!}` },
        };
      }
      if (type.rtype === 'linux::Application' && !isSet('command')) {
        yield {
          severity: 'info',
          message: `${name(guid)} has no command: in a real run it would be over as soon as it starts.`,
          place: { guid, field: 'attributes.command' },
        };
      }
    }
  },
};

/** What the nearest type in the lineage that says anything needs. */
function neededBy(type: ResourceType): readonly (readonly string[])[] {
  for (const rtype of type.lineage) {
    const needed = ownValue(NEEDED_ATTRIBUTES, rtype);
    if (needed) return needed;
  }
  return [];
}
