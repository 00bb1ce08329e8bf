// Types of the user's own that come along with a copy. Where a name means something else in the experiment, the pasted type
// gets a name of its own: neither experiment's resources ever change their meaning.
import type { Behavior, Experiment, Resource, UserType } from '../model/experiment.ts';

/** What becomes of the types that a copy brings. */
export interface TypePlan {
  readonly added: readonly UserType[];
  /** New names, by the names they had where they were copied. */
  readonly names: ReadonlyMap<string, string>;
  /** Types that are built in where they were copied from, and redefined here: what is pasted follows this definition. */
  readonly redefined: readonly string[];
}

/** The user's own types that resources need: theirs, those that these extend, and those that gates name. */
export function usedTypes(types: readonly UserType[], resources: readonly Resource[]): readonly UserType[] {
  if (types.length === 0) return types;
  const byName = new Map(types.map((type) => [type.rtype, type]));
  const used = new Set<string>();
  const pending = resources.flatMap(namesIn);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const type = byName.get(name);
    if (!type || used.has(name)) continue;
    used.add(name);
    pending.push(...namesIn(type));
  }
  return types.filter(({ rtype }) => used.has(rtype));
}

/** The types that a resource or a type names. */
function namesIn(part: { readonly rtype: string; readonly extends?: string; readonly behavior?: Behavior }): string[] {
  const gates = part.behavior?.requires ?? [];
  return [
    part.rtype,
    ...(part.extends === undefined ? [] : [part.extends]),
    ...gates.flatMap(({ type, path }) => [...(path ?? []), ...(type ? [type] : [])]),
  ];
}

/** Decides which types are shared, which are added, and under which names. */
export function planTypes(
  target: Pick<Experiment, 'types' | 'resources'>,
  { types, resources }: { readonly types: readonly UserType[]; readonly resources: readonly Resource[] },
): TypePlan {
  const own = new Map(target.types.map((type) => [type.rtype, type]));
  const copied = new Map(types.map((type) => [type.rtype, type]));
  const inUse = new Set([...own.keys(), ...target.types.flatMap(namesIn), ...target.resources.flatMap(namesIn)]);
  const redefined = [...new Set(resources.flatMap(namesIn))].filter((name) => own.has(name) && !copied.has(name));
  const names = new Map<string, string>();
  // A name given to one type may make another, that names it, a different one: until no more change.
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (const type of types) {
      const name = nameFor(type, names, own, inUse, copied);
      if (name === (names.get(type.rtype) ?? type.rtype)) continue;
      names.set(type.rtype, name);
      isStable = false;
    }
  }
  const added = types.map((type) => renameTypes(type, names)).filter(({ rtype }) => !own.has(rtype));
  return { added, names, redefined };
}

/** The first of `Probe`, `Probe-2`, `Probe-3`... that is free, or has the very same definition. */
function nameFor(
  type: UserType,
  names: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, UserType>,
  inUse: ReadonlySet<string>,
  copied: ReadonlyMap<string, UserType>,
): string {
  const stem = type.rtype.replace(/-\d+$/, '');
  const given = new Set([...names].flatMap(([from, to]) => (from === type.rtype ? [] : [to])));
  const fits = (name: string) => {
    const other = own.get(name);
    if (given.has(name)) return false;
    if (other) return isSame(other, renameTypes(type, new Map(names).set(type.rtype, name)));
    return name === type.rtype ? !inUse.has(name) : !inUse.has(name) && !copied.has(name);
  };
  const before = names.get(type.rtype) ?? type.rtype;
  if (fits(before)) return before;
  // Never back to a lower number: the search always ends.
  let number = before === type.rtype ? 2 : Number(before.slice(stem.length + 1)) + 1;
  while (!fits(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** The part with types under their new names. */
export function renameTypes<Part extends Resource | UserType>(part: Part, names: ReadonlyMap<string, string>): Part {
  if (names.size === 0) return part;
  const nameOf = (name: string) => names.get(name) ?? name;
  const requires = part.behavior?.requires?.map((gate) => ({
    ...gate,
    ...(gate.type !== undefined && { type: nameOf(gate.type) }),
    ...(gate.path && { path: gate.path.map(nameOf) }),
  }));
  return {
    ...part,
    rtype: nameOf(part.rtype),
    ...('extends' in part && part.extends !== undefined && { extends: nameOf(part.extends) }),
    ...(requires && { behavior: { ...part.behavior, requires } }),
  };
}

const isSame = (a: UserType, b: UserType) => canonical(a) === canonical(b);

/** A definition as text: the same for the same meaning, in whatever order its fields stand. */
function canonical(type: UserType): string {
  return JSON.stringify({ ...type, extends: type.extends ?? 'Resource' }, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
