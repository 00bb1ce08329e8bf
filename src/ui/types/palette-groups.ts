import type { Experiment } from '../../model/experiment.ts';
import type { Catalog, ResourceType } from '../../model/rtype.ts';
import { ownValue } from '../../model/own-value.ts';
import { type Family, familyOf } from './resource-family.ts';

export interface PaletteGroup {
  /** Names the group where the view remembers whether it is folded. */
  readonly key: string;
  readonly title: string;
  readonly types: readonly ResourceType[];
}

const PLATFORM_TITLES: Readonly<Record<string, string>> = {
  linux: 'Linux',
  planetlab: 'PlanetLab',
  omf: 'OMF',
  ns3: 'ns-3',
  wilabt: 'w-iLab.t',
};
const PLATFORM_ORDER = ['linux', 'omf', 'planetlab', 'wilabt', 'ns3'];

/** Only ns-3 has so many types that its families are groups of their own; in this order. */
const NS3_FAMILIES: Partial<Record<Family, string>> = {
  simulation: 'simulation and hosts',
  host: 'simulation and hosts',
  application: 'applications',
  ccn: 'applications',
  interface: 'devices',
  channel: 'channels',
  tunnel: 'channels',
  wifi: 'Wi-Fi',
  protocol: 'protocols and routes',
  route: 'protocols and routes',
  queue: 'queues and errors',
  error: 'queues and errors',
  mobility: 'mobility',
  loss: 'propagation',
  delay: 'propagation',
};
const FAMILY_TITLES = [...new Set(Object.values(NS3_FAMILIES)), 'other'];

/** Which platform's group a type stands in: ns-3 in Linux (`linux::ns3::...`) with ns-3. */
function platformOf(type: ResourceType): string {
  return /(^|::)ns3::/.test(type.rtype)
    ? 'ns3'
    : type.platform || (type.rtype.includes('::') ? type.rtype.split('::')[0]! : '');
}

/** The types one can add: abstract ones are only there to be extended. */
export function creatableTypes(catalog: Catalog): readonly ResourceType[] {
  return catalog.types.filter((type) => !type.abstract);
}

/** All that can be added, by platform and family; the user's own first. */
export function groupTypes(catalog: Catalog): readonly PaletteGroup[] {
  const groups = new Map<string, { key: string; title: string; order: number; types: ResourceType[] }>();
  for (const type of creatableTypes(catalog)) {
    const place = groupOf(type);
    const group = groups.get(place.key);
    if (group) group.types.push(type);
    else groups.set(place.key, { ...place, types: [type] });
  }
  return [...groups.values()]
    .sort((a, b) => a.order - b.order || a.title.localeCompare(b.title))
    .map(({ key, title, types }) => ({ key, title, types }));
}

function groupOf(type: ResourceType): { key: string; title: string; order: number } {
  if (type.own) return { key: 'own', title: 'Your types', order: 0 };
  const platform = platformOf(type);
  const known = PLATFORM_ORDER.indexOf(platform);
  if (platform === 'ns3') {
    const family = NS3_FAMILIES[familyOf(type)] ?? 'other';
    return { key: `ns3/${family}`, title: `ns-3 ${family}`, order: 100 + FAMILY_TITLES.indexOf(family) };
  }
  const title = ownValue(PLATFORM_TITLES, platform) ?? (platform || 'General');
  return { key: platform || 'general', title, order: known < 0 ? 50 : 1 + known };
}

const MOST_RECENT = 5;
const recents = new WeakMap<Experiment['resources'], { catalog: Catalog; types: readonly ResourceType[] }>();

/** The types of the resources added last, each once, five at most: what one is likely to want again. */
export function recentTypes({ resources }: Pick<Experiment, 'resources'>, catalog: Catalog): readonly ResourceType[] {
  const known = recents.get(resources);
  if (known?.catalog === catalog) return known.types;
  const recent = new Map<string, ResourceType>();
  // Of few types, all resources are looked at: once for each list of them, not each time that something is drawn.
  for (let index = resources.length - 1; index >= 0 && recent.size < MOST_RECENT; index--) {
    const type = catalog.get(resources[index]!.rtype);
    if (type && !type.abstract) recent.set(type.rtype, type);
  }
  const types = [...recent.values()];
  recents.set(resources, { catalog, types });
  return types;
}
