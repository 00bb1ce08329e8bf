import { attributeRefusal, hasFlag, isHidden, writeProblem } from '../../../model/attribute.ts';
import type { AttributeDefinition, AttributeValue } from '../../../model/experiment.ts';
import type { ResourceType } from '../../../model/rtype.ts';

/** Stands for a value that is not shown. */
const MASK = '********';

/**
 * The values of one resource's attributes. Only values that were set are kept; the others are those of the type. NEPI:
 * the Attribute objects of a ResourceManager.
 */
export class AttributeValues {
  readonly #type: ResourceType;
  #values: Map<string, AttributeValue> | undefined;

  constructor(type: ResourceType) {
    this.#type = type;
  }

  /** NEPI: ResourceManager.get_attributes. */
  definitions(): readonly AttributeDefinition[] {
    return [...this.#type.attributes.values()];
  }

  /** NEPI: ResourceManager.has_attribute. */
  has(name: string): boolean {
    return this.#type.attributes.has(name);
  }

  /** NEPI: ResourceManager.get_attribute. @throws RangeError when the type has no such attribute. */
  definition(name: string): AttributeDefinition {
    const definition = this.#type.attributes.get(name);
    if (!definition) throw new RangeError(`${this.#type.rtype} has no attribute '${name}'`);
    return definition;
  }

  /** The value that was set, or else the global value, or else the default. */
  get(name: string, globals: ReadonlyMap<string, AttributeValue> | undefined): AttributeValue | undefined {
    return this.#values?.get(name) ?? valueUnset(this.#type, name, globals);
  }

  /** The value as the experimenter sees it. */
  show(name: string, globals: ReadonlyMap<string, AttributeValue> | undefined): AttributeValue | undefined {
    return shown(this.definition(name), this.get(name, globals));
  }

  /** The value as it is recorded when it was set; masked where it is not to be shown. */
  recorded(name: string): AttributeValue {
    const definition = this.definition(name);
    return isHidden(definition) || isCredential(definition) ? MASK : this.#values!.get(name)!;
  }

  /** Sets a value without checks. */
  put(name: string, value: AttributeValue): void {
    (this.#values ??= new Map()).set(name, value);
  }

  /**
   * Why an experimenter may not set the value; undefined: nothing forbids it.
   * @throws RangeError for an unknown attribute.
   */
  problem(name: string, value: AttributeValue, isDeployed: boolean): string | undefined {
    const definition = this.definition(name);
    return writeProblem(definition, isDeployed) ?? attributeRefusal(definition, value);
  }

  /**
   * Whether it was set to something other than the default. NEPI: Attribute.has_changed, as documented.
   * @throws RangeError for an unknown attribute.
   */
  hasChanged(name: string): boolean {
    const definition = this.definition(name);
    const value = this.#values?.get(name);
    return value !== undefined && value !== definition.default;
  }
}

/** NEPI masks all credentials, names of users included. NEPI: ResourceManager.get. */
const isCredential = (definition: AttributeDefinition) => hasFlag(definition, 'Credential');

/** A value as the experimenter sees it: undefined if it may not be read, masked if it is secret. */
export function shown(definition: AttributeDefinition, value: AttributeValue | undefined): AttributeValue | undefined {
  if (isHidden(definition)) return undefined;
  return isCredential(definition) && value !== undefined && value !== '' ? MASK : value;
}

/** The value of an attribute that was not set: the global value, or else the default. */
export function valueUnset(
  type: ResourceType,
  name: string,
  globals: ReadonlyMap<string, AttributeValue> | undefined,
): AttributeValue | undefined {
  const definition = type.attributes.get(name);
  if (globals && definition?.flags?.includes('Global')) return globals.get(name) ?? definition.default;
  return definition?.default;
}
