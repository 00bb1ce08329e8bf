import { ENDINGS } from '../catalog/caveats.ts';
import type { Rule } from './problem.ts';
import { ownValue } from '../model/own-value.ts';

/** Programs that the simulation ends, and that in a real run go on until stopped. */
export const endlessProgram: Rule = {
  name: 'endless-program',
  *check({ experiment, typeOf, name }) {
    const stopped = new Set(
      experiment.conditions.flatMap((condition) => (condition.action === 'STOP' ? condition.resources : [])),
    );
    for (const resource of experiment.resources) {
      const { guid, attributes } = resource;
      const type = typeOf(resource);
      const ending = type && ownValue(ENDINGS, type.rtype);
      if (!ending || stopped.has(guid)) continue;
      const unset = ending.ends?.every((attribute) => ownValue(attributes, attribute) === undefined) ?? false;
      const endless = ending.endless !== undefined && ownValue(attributes, ending.endless) === true;
      if (!unset && !endless) continue;
      const why = unset ? `without ${ending.ends!.join(' or ')}` : `with ${ending.endless!}`;
      yield {
        severity: 'info',
        message: `${name(guid)} never ends by itself in a real run ${why}; the simulation ends it after its run. Give it a STOP condition, or ${unset ? `set ${ending.ends![0]!}` : `turn ${ending.endless!} off`}.`,
        place: { guid, field: `attributes.${unset ? ending.ends![0]! : ending.endless!}` },
      };
    }
  },
};
