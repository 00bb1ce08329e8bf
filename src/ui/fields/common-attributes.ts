// The attributes that several resources share, for editing them together.
import type { AttributeDefinition, AttributeValue, Resource } from '../../model/experiment.ts';
import type { Catalog } from '../../model/rtype.ts';
import { ownValue } from '../../model/own-value.ts';

export interface SharedAttribute {
  /** As the first resource's type defines it. */
  readonly definition: AttributeDefinition;
  /** How each of the types defines it: a value must suit them all. */
  readonly definitions: readonly AttributeDefinition[];
  /** What all resources have set; undefined when none has, or when they differ. */
  readonly value: AttributeValue | undefined;
  /** Some have it set, or set otherwise, and some don't. */
  readonly mixed: boolean;
}

/** The attributes that all of the resources have with the same kind of value, in order of name. */
export function sharedAttributes(resources: readonly Resource[], catalog: Catalog): readonly SharedAttribute[] {
  const types = [...new Set(resources.map(({ rtype }) => rtype))].map((rtype) => catalog.get(rtype));
  const [first, ...others] = types;
  if (!first || others.includes(undefined)) return [];
  return [...first.attributes.values()].flatMap((definition) => {
    const definitions = types.map((type) => type!.attributes.get(definition.name));
    if (definitions.some((other) => other?.type !== definition.type)) return [];
    const value = ownValue(resources[0]!.attributes, definition.name);
    const mixed = resources.some(({ attributes }) => ownValue(attributes, definition.name) !== value);
    return [
      {
        definition,
        definitions: definitions as readonly AttributeDefinition[],
        value: mixed ? undefined : value,
        mixed,
      },
    ];
  });
}

/** The traces that all of the resources' types offer. */
export function sharedTraces(resources: readonly Resource[], catalog: Catalog): readonly string[] {
  const offers = resources.map(({ rtype }) => catalog.get(rtype)?.traces ?? []);
  return (offers[0] ?? []).filter((trace) => offers.every((offer) => offer.includes(trace)));
}
