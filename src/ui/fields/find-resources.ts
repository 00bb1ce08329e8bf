import { type Experiment, type Resource, resourceLabel } from '../../model/experiment.ts';
import { ownValue } from '../../model/own-value.ts';
import type { Catalog } from '../../model/rtype.ts';
import { secretsOf } from '../../model/secrets.ts';
import { cutText, MOST_SEARCHED, shownText } from '../../model/visible-text.ts';
import { matchWords, type SearchItem } from './SearchList.tsx';

export interface FoundResource extends SearchItem {
  readonly resource: Resource;
}

/** The resources whose label, guid, type or attributes have all these words, best first. Secrets are not searched. */
export function findResources(experiment: Experiment, catalog: Catalog, text: string): readonly FoundResource[] {
  const secrets = secretsOf(catalog, experiment.types);
  return experiment.resources
    .map((resource) => {
      const { attributes } = resource;
      const entries = Object.keys(attributes).map((name) =>
        cutText(`${name}=${secrets.shown(resource.rtype, name, ownValue(attributes, name)!)}`, MOST_SEARCHED),
      );
      const named = matchWords(`${resourceLabel(resource)} ${resource.guid} ${cutText(resource.rtype)}`, text);
      const score = named >= 0 ? named + 10 : matchWords(`${cutText(resource.rtype)} ${entries.join(' ')}`, text);
      const attribute = named < 0 ? entries.find((entry) => matchWords(entry, text) >= 0) : undefined;
      return { resource, score, attribute };
    })
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .map(({ resource, attribute }) => ({
      key: String(resource.guid),
      title: resourceLabel(resource),
      resource,
      after: `${shownText(attribute ?? resource.rtype)} · ${resource.guid}`,
    }));
}
