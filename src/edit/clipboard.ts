// What a copy holds, and the edit that a paste makes of it; clipboard-text.ts is its text.
import type { Condition, Connection, Experiment, Group, Resource, UserType } from '../model/experiment.ts';
import { freeGuids } from '../model/experiment.ts';
import { MAX_POSITION, PLACE_FIELDS, type PlaceField, placeIn } from '../model/place.ts';
import type { Guid } from '../model/units.ts';
import type { Edit } from './edit.ts';
import { freeGroupName } from './group.ts';

/** The room a card takes with its share of a frame around it, and the gap between two frames, px. */
const FRAMED = { width: 280, height: 160 };

/** How far a paste stands from what it was copied from, in pixels both ways. */
export const PASTE_OFFSET = 20;

/** Resources, what holds among them, and (`outside`) what ties them to others of their experiment. */
export interface ClipboardContent {
  /** The experiment they come from: ties to others mean something only there. */
  readonly id: string;
  readonly types: readonly UserType[];
  readonly resources: readonly Resource[];
  readonly connections: readonly Connection[];
  readonly conditions: readonly Condition[];
  /** Those of which all resources were copied. */
  readonly groups: readonly Group[];
  readonly outside: { readonly connections: readonly Connection[]; readonly conditions: readonly Condition[] };
  /** How many secrets were left out of the text. */
  readonly leftOut?: number;
}

/** What a copy of some resources holds. */
export function copyResources(experiment: Experiment, guids: ReadonlySet<Guid>): ClipboardContent {
  const resources = experiment.resources.filter(({ guid }) => guids.has(guid));
  const has = (guid: Guid) => guids.has(guid);
  const touched = experiment.conditions.filter(({ resources: waiting, group }) => [...waiting, ...group].some(has));
  const inside = ({ resources: waiting, group }: Condition) => [...waiting, ...group].every(has);
  return {
    id: experiment.id,
    types: usedTypes(experiment.types, resources),
    resources,
    connections: experiment.connections.filter((pair) => pair.every(has)),
    conditions: touched.filter(inside),
    groups: experiment.groups.filter((group) => group.guids.every(has)),
    outside: {
      connections: experiment.connections.filter((pair) => pair.some(has) && !pair.every(has)),
      conditions: touched.filter((condition) => !inside(condition)),
    },
  };
}

/** The user's own types that resources are of, and those that these extend. */
function usedTypes(types: readonly UserType[], resources: readonly Resource[]): readonly UserType[] {
  const byName = new Map(types.map((type) => [type.rtype, type]));
  const used = new Set<string>();
  for (const { rtype } of resources) {
    for (
      let name: string | undefined = rtype;
      name !== undefined && !used.has(name);
      name = byName.get(name)?.extends
    ) {
      if (byName.has(name)) used.add(name);
    }
  }
  return types.filter(({ rtype }) => used.has(rtype));
}

export interface PasteOptions {
  /**
   * Where the middle of the pasted is to be; without it they stand a little off from where they were copied, and whole
   * groups beside it: their frames would hide each other.
   */
  readonly at?: { readonly x: number; readonly y: number };
  /** How far it goes in either picture, where somebody found a free place for it. */
  readonly shifts?: Readonly<Record<PlaceField, Shift>> | undefined;
  /** The place in the list of groups of the one that it becomes part of, as far as it holds no groups itself. */
  readonly into?: number | undefined;
  /** With the ties to resources outside, where the experiment is the one they come from and still has them. */
  readonly withOutside?: boolean;
}

/** The edit that adds a copy with guids of its own, and those guids. */
export function pasteResources(
  experiment: Experiment,
  content: ClipboardContent,
  options: PasteOptions = {},
): { readonly edit: Edit; readonly guids: readonly Guid[] } {
  const free = freeGuids(experiment, content.resources.length);
  const fresh = new Map(content.resources.map(({ guid }, index) => [guid, free[index]!]));
  const shiftIn = (field: PlaceField) => {
    if (options.at) return shiftTo(content.resources, field, options.at);
    return content.groups.length > 0
      ? besideShift(experiment, content.resources, field)
      : freeShift(experiment, content.resources);
  };
  const found = options.shifts ?? { position: shiftIn('position'), conditionsPosition: shiftIn('conditionsPosition') };
  const shifts = {
    position: shiftWithin(content.resources, 'position', found.position),
    conditionsPosition: shiftWithin(content.resources, 'conditionsPosition', found.conditionsPosition),
  };
  const known = new Set(experiment.types.map(({ rtype }) => rtype));
  const outside = options.withOutside && content.id === experiment.id ? content.outside : undefined;
  const existing = new Set(experiment.resources.map(({ guid }) => guid));
  const rename = (guid: Guid) => fresh.get(guid) ?? (outside && existing.has(guid) ? guid : undefined);

  return {
    guids: [...fresh.values()],
    edit: {
      kind: 'add',
      types: content.types.filter(({ rtype }) => !known.has(rtype)),
      resources: content.resources.map((resource) => ({
        ...resource,
        guid: fresh.get(resource.guid)!,
        ...shiftPlaces(resource, shifts),
      })),
      connections: [...content.connections, ...(outside?.connections ?? [])].flatMap(([a, b]) => {
        const [from, to] = [rename(a), rename(b)];
        return from === undefined || to === undefined ? [] : [[from, to] as const];
      }),
      conditions: [...content.conditions, ...(outside?.conditions ?? [])].flatMap((condition) => {
        const resources = condition.resources.map(rename).filter((guid) => guid !== undefined);
        const group = condition.group.map(rename).filter((guid) => guid !== undefined);
        return resources.length && group.length ? [{ ...condition, resources, group }] : [];
      }),
      groups: pasteGroups(experiment.groups, content.groups, fresh),
      ...(options.into !== undefined && { into: options.into }),
    },
  };
}

/** The copies of whole groups, each under a name that is still free. */
function pasteGroups(
  existing: readonly Group[],
  copied: readonly Group[],
  fresh: ReadonlyMap<Guid, Guid>,
): readonly Group[] {
  const pasted: Group[] = [];
  // A text from elsewhere may name a resource twice; it still comes to be in one group only.
  const left = new Map(fresh);
  for (const group of copied) {
    const guids = group.guids.flatMap((guid) => {
      const found = left.get(guid);
      left.delete(guid);
      return found ?? [];
    });
    const name = freeGroupName([...existing, ...pasted], group.name);
    if (guids.length > 0) pasted.push({ ...group, name, guids });
  }
  return pasted;
}

interface Shift {
  readonly x: number;
  readonly y: number;
}

/** Where a copy stands in either picture, as far as the original stands anywhere. */
function shiftPlaces(resource: Resource, shifts: Readonly<Record<PlaceField, Shift>>): Partial<Resource> {
  return Object.fromEntries(
    PLACE_FIELDS.flatMap((field) => {
      const place = resource[field];
      const { x, y } = shifts[field];
      return place ? [[field, { ...place, x: place.x + x, y: place.y + y }]] : [];
    }),
  );
}

/** As much of a shift as leaves every copy within the limit of positions. */
function shiftWithin(resources: readonly Resource[], field: PlaceField, shift: Shift): Shift {
  const places = resources.flatMap((resource) => resource[field] ?? []);
  const clamp = (by: number, at: readonly number[]) =>
    at.length === 0 ? by : Math.max(-MAX_POSITION - least(at), Math.min(MAX_POSITION - most(at), by));
  return {
    x: clamp(
      shift.x,
      places.map(({ x }) => x),
    ),
    y: clamp(
      shift.y,
      places.map(({ y }) => y),
    ),
  };
}

function shiftTo(resources: readonly Resource[], field: PlaceField, at: Shift): Shift {
  const places = resources.flatMap((resource) => placeIn(resource, field) ?? []);
  if (places.length === 0) return { x: 0, y: 0 };
  const middle = (values: readonly number[]) => least(values) / 2 + most(values) / 2;
  return {
    x: Math.round(at.x - middle(places.map(({ x }) => x))),
    y: Math.round(at.y - middle(places.map(({ y }) => y))),
  };
}

/** The first of 20, 40, 60... px at which no card of a paste stands exactly where another does, in either picture. */
function freeShift(experiment: Experiment, resources: readonly Resource[]): Shift {
  const isTaken = PLACE_FIELDS.map((field) => {
    const taken = new Set(experiment.resources.flatMap((resource) => placeKey(placeIn(resource, field), 0) ?? []));
    return (resource: Resource, shift: number) => taken.has(placeKey(placeIn(resource, field), shift) ?? '');
  });
  let shift = PASTE_OFFSET;
  while (resources.some((resource) => isTaken.some((taken) => taken(resource, shift)))) shift += PASTE_OFFSET;
  return { x: shift, y: shift };
}

const placeKey = (place: Shift | undefined, shift: number) => place && `${place.x + shift},${place.y + shift}`;

/** As far to the right as a copy has to go to have its frame beside all that stands as high. */
function besideShift(experiment: Experiment, resources: readonly Resource[], field: PlaceField): Shift {
  const places = resources.flatMap((resource) => placeIn(resource, field) ?? []);
  if (places.length === 0) return { x: 0, y: 0 };
  const rows = places.map(({ y }) => y);
  const [top, bottom] = [least(rows) - FRAMED.height, most(rows) + FRAMED.height];
  const others = experiment.resources.flatMap((resource) => placeIn(resource, field) ?? []);
  const beside = [...places, ...others.filter(({ y }) => y > top && y < bottom)];
  return { x: most(beside.map(({ x }) => x)) + FRAMED.width - least(places.map(({ x }) => x)), y: 0 };
}

// There may be more numbers than a call takes arguments.
const least = (values: readonly number[]) => values.reduce((low, value) => Math.min(low, value), Infinity);
const most = (values: readonly number[]) => values.reduce((high, value) => Math.max(high, value), -Infinity);
