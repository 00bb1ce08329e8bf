// Who may be connected to whom. NEPI: ResourceManager.valid_connection, and what its types look for in get_connected.
import type { Catalog, ConnectionRule, ResourceType } from '../model/rtype.ts';

/** May be connected to anything, strict types included. */
const TO_ANYTHING = 'Collector';

/**
 * Why two resources of these types can't be connected, or undefined when they can. Strict types take only what they
 * list, by exact name, as NEPI does; all others take anything, unknown types too.
 */
export function connectionProblem(catalog: Catalog, rtypeA: string, rtypeB: string): string | undefined {
  if (rtypeA === TO_ANYTHING || rtypeB === TO_ANYTHING) return undefined;
  return refusal(catalog.get(rtypeA), rtypeB) ?? refusal(catalog.get(rtypeB), rtypeA);
}

function refusal(type: ResourceType | undefined, other: string): string | undefined {
  if (!type?.strict || type.connects.some((rule) => rule.type === other)) return undefined;
  const accepted = type.connects.map((rule) => rule.type).join(' and ');
  return `${type.rtype} can't be connected to ${other}: it takes ${accepted ? `only ${accepted}` : 'no connections'}`;
}

/** The rule of a type that a connected type falls under: the nearest one in its lineage. */
export function connectionRule(catalog: Catalog, type: ResourceType, other: string): ConnectionRule | undefined {
  for (const name of catalog.get(other)?.lineage ?? [other]) {
    const rule = type.connects.find((candidate) => candidate.type === name);
    if (rule) return rule;
  }
  return undefined;
}

/**
 * The types that fit at the other end of a connection from a resource of this type, best first: those it needs, those
 * that need it, those either can have; within these the type's own platform, then the more general types first.
 * Abstract types are left out. Of an unknown type nothing is known: none.
 */
export function suggestedTypes(catalog: Catalog, rtype: string): readonly ResourceType[] {
  const type = catalog.get(rtype);
  if (!type) return [];
  return catalog.types
    .flatMap((other) => {
      if (other.abstract || other.rtype === TO_ANYTHING || connectionProblem(catalog, rtype, other.rtype)) return [];
      const wanted = connectionRule(catalog, type, other.rtype);
      const wants = connectionRule(catalog, other, rtype);
      if (!wanted && !wants) return [];
      const need = (wanted?.min ?? 0) > 0 ? 0 : (wants?.min ?? 0) > 0 ? 1 : 2;
      const strange = other.platform === type.platform ? 0 : 1;
      return [{ other, rank: need * 100 + strange * 50 + other.lineage.length }];
    })
    .sort((a, b) => a.rank - b.rank || (a.other.rtype < b.other.rtype ? -1 : 1))
    .map(({ other }) => other);
}
