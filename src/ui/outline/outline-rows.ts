// The outline as a flat list of rows, each with its level: what a tree of ten thousand resources needs to be drawn in
// part, and what the arrow keys walk through.
import { connectionKey } from '../../edit/edit.ts';
import { groupsByGuid } from '../../edit/group.ts';
import { printCondition } from '../../model/condition.ts';
import { type Experiment, type Resource, resourceLabel } from '../../model/experiment.ts';
import type { Catalog } from '../../model/rtype.ts';
import { type Secrets, secretsOf } from '../../model/secrets.ts';
import type { Guid } from '../../model/units.ts';
import { resourceName } from '../../model/resource-name.ts';
import { hasWords } from '../../model/fold-text.ts';
import { cutText, MOST_SEARCHED, shownText } from '../../model/visible-text.ts';

export type OutlineRow = {
  /** Names the row wherever it is moved to. */
  readonly key: string;
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly place: number;
  readonly siblings: number;
  /** undefined: nothing below it. */
  readonly open: boolean | undefined;
} & (
  | { readonly kind: 'type'; readonly guids: readonly Guid[] }
  /** A group of the experiment's; `group` is its place in the list. */
  | { readonly kind: 'group'; readonly group: number; readonly collapsed: boolean; readonly guids: readonly Guid[] }
  | { readonly kind: 'resource'; readonly guid: Guid; readonly rtype: string; readonly summary: string }
  | { readonly kind: 'connection'; readonly connection: string; readonly to: Guid }
  | { readonly kind: 'condition'; readonly condition: number }
);

export interface OutlineOptions {
  /** Words that a resource's label, type or attributes must have. */
  readonly filter: string;
  readonly isOpen: (key: string) => boolean;
  /** Says which attributes are secret. */
  readonly catalog: Catalog;
}

/** Distributes over the kinds of rows, which a plain Omit would melt into one. */
type Unplaced<Row> = Row extends unknown ? Omit<Row, 'place' | 'siblings'> : never;

/** The rows to show: groups, then types, with their resources, these with their connections and conditions where they are open. */
export function outlineRows(experiment: Experiment, options: OutlineOptions): readonly OutlineRow[] {
  const nameOf = (guid: Guid) => resourceName(experiment.resources, guid, `${guid} (missing)`);
  const edges = edgesByGuid(experiment);
  const secrets = secretsOf(options.catalog, experiment.types);
  const rows: OutlineRow[] = [];
  const shown = experiment.resources.filter((resource) => passes(resource, options.filter, secrets));
  const headings = headingsOf(experiment, shown);

  function push(siblings: readonly Unplaced<OutlineRow>[], below?: (row: OutlineRow) => void) {
    siblings.forEach((row, index) => {
      const placed = { ...row, place: index + 1, siblings: siblings.length } as OutlineRow;
      rows.push(placed);
      if (placed.open) below?.(placed);
    });
  }

  push(
    headings.map(({ row }) => ({ ...row, open: options.filter !== '' || options.isOpen(row.key) })),
    (heading) =>
      push(
        headings
          .find(({ row }) => row.key === heading.key)!
          .resources.map((resource) => ({
            key: `resource/${resource.guid}`,
            kind: 'resource' as const,
            level: 2,
            text: nameOf(resource.guid),
            open: edges.has(resource.guid) ? options.isOpen(`resource/${resource.guid}`) : undefined,
            guid: resource.guid,
            rtype: resource.rtype,
            summary: shownText(summarise(resource, secrets, MOST_SUMMED)),
          })),
        (row) => {
          const { guid } = row as Extract<OutlineRow, { kind: 'resource' }>;
          push(edgesOf(experiment, edges.get(guid)!, guid, nameOf));
        },
      ),
  );
  return rows;
}

type HeadingRow = Unplaced<Extract<OutlineRow, { kind: 'type' | 'group' }>>;

interface Heading {
  readonly row: HeadingRow;
  readonly resources: readonly Resource[];
}

/** What stands at the first level: the groups in their order, then the types of all that is in none. */
function headingsOf(experiment: Experiment, shown: readonly Resource[]): readonly Heading[] {
  const grouped = groupsByGuid(experiment);
  const inGroups = new Map<number, Resource[]>();
  const ofTypes = new Map<string, Resource[]>();
  for (const resource of shown) {
    const group = grouped.get(resource.guid);
    if (group === undefined) append(ofTypes, resource.rtype, resource);
    else append(inGroups, group, resource);
  }
  const head = (resources: readonly Resource[]) => ({
    level: 1 as const,
    open: undefined,
    guids: resources.map(({ guid }) => guid),
  });
  return [
    ...[...inGroups.keys()]
      .sort((a, b) => a - b)
      .map((group): Heading => {
        const resources = inGroups.get(group)!;
        const { name, collapsed = false } = experiment.groups[group]!;
        return {
          row: { ...head(resources), key: `group/${group}`, kind: 'group', text: shownText(name), group, collapsed },
          resources,
        };
      }),
    ...[...ofTypes].map(
      ([rtype, resources]): Heading => ({
        row: { ...head(resources), key: `type/${rtype}`, kind: 'type', text: shownText(rtype) },
        resources,
      }),
    ),
  ];
}

function append<Key>(map: Map<Key, Resource[]>, key: Key, resource: Resource): void {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
}

function passes(resource: Resource, filter: string, secrets: Secrets): boolean {
  const text = () =>
    `${resourceLabel(resource)} ${resource.rtype} ${resource.guid} ${summarise(resource, secrets, MOST_SEARCHED)}`;
  return filter.trim() === '' || hasWords(text(), filter);
}

/** Of each attribute in a row of the outline. */
const MOST_SUMMED = 60;

/** The attributes that are set, in a line; secrets masked. @param most characters of each. */
function summarise({ rtype, attributes }: Resource, secrets: Secrets, most: number): string {
  return Object.entries(attributes)
    .map(([name, value]) => shownText(`${cutText(name)}=${secrets.shown(rtype, name, value)}`, most))
    .join(', ');
}

interface Edges {
  readonly connections: number[];
  readonly conditions: number[];
}

/** Where each resource's edges stand in the experiment's lists. */
function edgesByGuid(experiment: Experiment): ReadonlyMap<Guid, Edges> {
  const map = new Map<Guid, Edges>();
  const of = (guid: Guid) => {
    let edges = map.get(guid);
    if (!edges) map.set(guid, (edges = { connections: [], conditions: [] }));
    return edges;
  };
  experiment.connections.forEach((pair, index) => {
    for (const guid of new Set(pair)) of(guid).connections.push(index);
  });
  experiment.conditions.forEach(({ resources }, index) => {
    for (const guid of new Set(resources)) of(guid).conditions.push(index);
  });
  return map;
}

function edgesOf(
  experiment: Experiment,
  edges: Edges,
  guid: Guid,
  nameOf: (guid: Guid) => string,
): readonly Unplaced<OutlineRow>[] {
  return [
    ...edges.connections.map((index) => {
      const pair = experiment.connections[index]!;
      const other = pair[0] === guid ? pair[1] : pair[0];
      return {
        key: `resource/${guid}/connection/${other}`,
        kind: 'connection' as const,
        level: 3 as const,
        text: `connected to ${nameOf(other)}`,
        open: undefined,
        connection: connectionKey(pair),
        to: other,
      };
    }),
    ...edges.conditions.map((index) => ({
      key: `resource/${guid}/condition/${index}`,
      kind: 'condition' as const,
      level: 3 as const,
      text: printCondition(experiment.conditions[index]!, nameOf),
      open: undefined,
      condition: index,
    })),
  ];
}

/** Where a key leads from a row: to another row, or to opening or closing it. Undefined: the key is none of ours. */
export function walk(
  rows: readonly OutlineRow[],
  at: number,
  key: string,
): { readonly to: number } | { readonly toggle: string } | undefined {
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(rows.length - 1, at + 1) };
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: rows.length - 1 };
    case 'PageDown':
      return { to: Math.min(rows.length - 1, at + 10) };
    case 'PageUp':
      return { to: Math.max(0, at - 10) };
    case 'ArrowRight':
      if (row?.open === undefined) return { to: at };
      return row.open ? { to: at + 1 } : { toggle: row.key };
    case 'ArrowLeft':
      if (row?.open) return { toggle: row.key };
      return { to: Math.max(0, parentOf(rows, at)) };
    default:
      return undefined;
  }
}

function parentOf(rows: readonly OutlineRow[], at: number): number {
  const level = rows[at]?.level ?? 1;
  for (let index = at - 1; index >= 0; index--) if (rows[index]!.level < level) return index;
  return at;
}
