import { attributeRefusal, hasFlag, writeProblem } from '../../../model/attribute.ts';
import type { AttributeDefinition, AttributeValue } from '../../../model/experiment.ts';
import { shown } from './attributes.ts';
import type { ResourceType } from '../../../model/rtype.ts';

/** Where the types of resources are found. */
export interface ResourceTypes {
  getResourceType(rtype: string): ResourceType | undefined;
}

/** The values that attributes have for all resources of a type. NEPI: ResourceManager.get_global and set_global. */
export class GlobalValues {
  readonly #types: ResourceTypes;
  readonly #values = new Map<string, Map<string, AttributeValue>>();

  constructor(types: ResourceTypes) {
    this.#types = types;
  }

  /** The values of a type that were set. */
  of(rtype: string): ReadonlyMap<string, AttributeValue> | undefined {
    return this.#values.get(rtype);
  }

  /** The value that an experimenter may see. @throws RangeError when the type has no such global attribute. */
  show(rtype: string, name: string): AttributeValue | undefined {
    const definition = this.#definition(rtype, name);
    return shown(definition, this.of(rtype)?.get(name) ?? definition.default);
  }

  /**
   * Sets a value, as an experimenter may.
   * @param isDeployed whether a resource of the type is deployed.
   * @throws RangeError when there is no such global attribute, or its flags, its range or its enumeration forbid the
   * value.
   */
  set(rtype: string, name: string, value: AttributeValue, isDeployed: boolean): void {
    const definition = this.#definition(rtype, name);
    const problem = writeProblem(definition, isDeployed) ?? attributeRefusal(definition, value);
    if (problem !== undefined) throw new RangeError(`${rtype}: ${problem}`);
    const values = this.#values.get(rtype);
    if (values) values.set(name, value);
    else this.#values.set(rtype, new Map([[name, value]]));
  }

  #definition(rtype: string, name: string): AttributeDefinition {
    const definition = this.#types.getResourceType(rtype)?.attributes.get(name);
    if (!definition || !hasFlag(definition, 'Global'))
      throw new RangeError(`${rtype} has no global attribute '${name}'`);
    return definition;
  }
}
