// How far a paste goes where nothing on screen says where: off what it was copied from, and on nothing.
import type { Experiment, Resource } from '../model/experiment.ts';
import { MAX_POSITION, PLACE_FIELDS, type PlaceField, placeIn } from '../model/place.ts';

/** The space a card takes with its share of a frame around it, and the gap between two frames, px. */
const FRAMED = { width: 280, height: 160 };

/** How far a paste stands from what it was copied from, in pixels both ways. */
const PASTE_OFFSET = 20;

/** How far a copy goes in each picture. */
export type Shifts = Readonly<Record<PlaceField, Shift>>;

export interface Shift {
  readonly x: number;
  readonly y: number;
}

/** Where a copy stands in either picture, as far as the original stands anywhere. */
export function shiftPlaces(resource: Resource, shifts: Shifts): Partial<Resource> {
  return Object.fromEntries(
    PLACE_FIELDS.flatMap((field) => {
      const place = resource[field];
      const { x, y } = shifts[field];
      return place ? [[field, { ...place, x: place.x + x, y: place.y + y }]] : [];
    }),
  );
}

/**
 * The shifts of a paste, all of it within the limit of positions.
 * @param found what was found free on the canvas; without it, the middle goes to `at`, or the paste goes a little off from
 * where it was copied, and whole groups beside it: their frames would hide each other.
 */
export function choosePlaces(
  experiment: Experiment,
  { resources, groups }: { readonly resources: readonly Resource[]; readonly groups: readonly unknown[] },
  { at, found }: { readonly at?: Shift | undefined; readonly found?: Shifts | undefined },
): Shifts {
  const shiftIn = (field: PlaceField) => {
    if (found) return found[field];
    if (at) return shiftTo(resources, field, at);
    return groups.length > 0 ? besideShift(experiment, resources, field) : freeShift(experiment, resources);
  };
  return {
    position: shiftWithin(resources, 'position', shiftIn('position')),
    conditionsPosition: shiftWithin(resources, 'conditionsPosition', shiftIn('conditionsPosition')),
  };
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
