// What a resource is called where its name alone stands for it.
import { type Resource, resourceLabel, resourcesByGuid } from './experiment.ts';
import type { Guid } from './units.ts';

const indexes = new WeakMap<readonly Resource[], ReadonlyMap<Guid, string>>();

/**
 * The name of a resource: the label it is shown by, with its guid where others look the same (`job (3)`).
 * @param missing what to say of a guid that no resource has.
 */
export function resourceName(resources: readonly Resource[], guid: Guid, missing = `guid ${guid}`): string {
  const resource = resourcesByGuid(resources).get(guid);
  if (!resource) return missing;
  let index = indexes.get(resources);
  if (!index) indexes.set(resources, (index = nameAmbiguous(resources)));
  return index.get(guid) ?? resourceLabel(resource);
}

/** The resource in a sentence: `server (guid 3)`, or `Ping 3` when it has no label of its own. */
export function resourceWithGuid(resource: Resource): string {
  const label = resourceLabel(resource);
  return label === resourceLabel({ ...resource, label: '' }) ? label : `${label} (guid ${resource.guid})`;
}

/** Names for those whose label is not theirs alone. */
function nameAmbiguous(resources: readonly Resource[]): ReadonlyMap<Guid, string> {
  const byLook = new Map<string, Resource[]>();
  for (const resource of resources) {
    const look = lookOf(resourceLabel(resource));
    const same = byLook.get(look);
    if (same) same.push(resource);
    else byLook.set(look, [resource]);
  }
  const names = new Map<Guid, string>();
  const waiting = [...byLook.values()].filter((same) => same.length > 1);
  for (const same of waiting) {
    for (const resource of same) {
      const name = `${resourceLabel(resource)} (${resource.guid})`;
      names.set(resource.guid, name);
      // A label may read as the name that another one is given here.
      const taken = byLook.get(lookOf(name));
      if (taken?.length === 1 && !names.has(taken[0]!.guid)) waiting.push(taken);
    }
  }
  return names;
}

/** What a reader sees of a label: labels with the same look can't be told apart. */
const lookOf = (label: string) => label.normalize('NFC').trim().replace(/\s+/g, ' ');
