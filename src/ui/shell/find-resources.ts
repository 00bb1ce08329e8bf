import { type Experiment, type Resource, resourceLabel } from '../../model/experiment.ts';
import { matchWords, type SearchItem } from './SearchList.tsx';

export interface FoundResource extends SearchItem {
  readonly resource: Resource;
}

/** The resources whose label, guid, type or attributes have all these words, best first. */
export function findResources(experiment: Experiment, text: string): readonly FoundResource[] {
  return experiment.resources
    .map((resource) => {
      const attributes = Object.entries(resource.attributes).map(([name, value]) => `${name}=${String(value)}`);
      const named = matchWords(`${resourceLabel(resource)} ${resource.guid} ${resource.rtype}`, text);
      const score = named >= 0 ? named + 10 : matchWords(`${resource.rtype} ${attributes.join(' ')}`, text);
      const attribute = named < 0 ? attributes.find((entry) => matchWords(entry, text) >= 0) : undefined;
      return { resource, score, attribute };
    })
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .map(({ resource, attribute }) => ({
      key: String(resource.guid),
      title: resourceLabel(resource),
      resource,
      after: `${attribute ?? resource.rtype} · ${resource.guid}`,
    }));
}
