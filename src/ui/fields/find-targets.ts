// What can be found by name: groups, resources, all that answer the words at once.
import type { Experiment } from '../../model/experiment.ts';
import type { Catalog } from '../../model/rtype.ts';
import type { Guid } from '../../model/units.ts';
import { cutText, shownText } from '../../model/visible-text.ts';
import { findResources } from './find-resources.ts';
import { matchWords, type SearchItem } from './SearchList.tsx';

export interface Target extends SearchItem {
  readonly kind: 'selection' | 'group' | 'resource' | 'all';
  /** The resources that it stands for. */
  readonly guids: readonly Guid[];
  /** The type of a single resource. */
  readonly rtype?: string;
}

export interface Among {
  /** Who can be found; everybody by default. */
  readonly mayBe?: ((guid: Guid) => boolean) | undefined;
  /** Those selected on the canvas, to be taken as they are. */
  readonly selected?: ReadonlySet<Guid>;
}

/** More would not be read. */
const MOST_FOUND = 100;

/**
 * What answers all the words, best first: those selected, the groups by their names, the resources, and at the end all
 * resources that were found.
 */
export function findTargets(
  experiment: Experiment,
  catalog: Catalog,
  text: string,
  among: Among = {},
): readonly Target[] {
  const { mayBe = () => true, selected } = among;
  const selection = selected && selected.size > 1 ? guidsIn(experiment, selected).filter(mayBe) : [];
  const groups = experiment.groups
    .map(({ name, guids }, place): Target & { readonly score: number } => {
      const left = guids.filter(mayBe);
      const score = matchWords(cutText(name), text);
      return {
        kind: 'group',
        key: groupKey(place),
        title: shownText(name),
        after: groupText(left.length),
        guids: left,
        score,
      };
    })
    .filter(({ score, guids }) => score >= 0 && guids.length > 0)
    .sort((a, b) => b.score - a.score);
  const found = findResources(experiment, catalog, text).filter(({ resource }) => mayBe(resource.guid));
  const all = guidsIn(experiment, new Set(found.map(({ resource }) => resource.guid)));
  return [
    ...bulk('selection', `The ${selection.length} selected`, matchWords('selected', text) >= 0 ? selection : []),
    ...groups,
    ...found.slice(0, MOST_FOUND).map(
      ({ resource: { guid, rtype }, key, title, after }): Target => ({
        kind: 'resource',
        ...{ key, title, after, rtype },
        guids: [guid],
      }),
    ),
    ...bulk('all', `All ${all.length} found`, text.trim() === '' ? [] : all),
  ];
}

/** The key of a group among what is found, by its place in the list of groups. */
export const groupKey = (place: number) => `group ${place}`;

const groupText = (size: number) => `group of ${size}`;

/** Several at once; of a single one nobody would need to be told. */
function bulk(kind: Target['kind'], title: string, guids: readonly Guid[]): readonly Target[] {
  return guids.length > 1 ? [{ kind, key: kind, title, guids }] : [];
}

/** Those of a set that are there, in the experiment's order. */
function guidsIn({ resources }: Experiment, guids: ReadonlySet<Guid>): readonly Guid[] {
  return resources.flatMap(({ guid }) => (guids.has(guid) ? [guid] : []));
}
