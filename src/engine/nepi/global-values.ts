import { attributeRefusal, hasFlag, writeProblem } from '../../model/attribute.ts';
import type { AttributeDefinition, AttributeValue } from '../../model/experiment.ts';
import { shown } from './attributes.ts';
import type { ResourceFactory } from './resource-factory.ts';

/** The values that attributes have for all resources of a type. NEPI: ResourceManager.get_global and set_global. */
export class GlobalValues {
  readonly #factory: ResourceFactory;
  readonly #values = new Map<string, Map<string, AttributeValue>>();

  constructor(factory: ResourceFactory) {
    this.#factory = factory;
  }

  /** Those of a type, as far as they were set. */
  of(rtype: string): ReadonlyMap<string, AttributeValue> | undefined {
    return this.#values.get(rtype);
  }

  /** What an experimenter may see of one. @throws RangeError when the type has no such global attribute. */
  show(rtype: string, name: string): AttributeValue | undefined {
    const definition = this.#definition(rtype, name);
    return shown(definition, this.of(rtype)?.get(name) ?? definition.default);
  }

  /**
   * Sets one, as an experimenter may.
   * @param isDeployed whether a resource of the type is.
   * @throws RangeError where there is none, or its flags, its range or its enumeration forbid the value.
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
    const definition = this.#factory.getResourceType(rtype)?.attributes.get(name);
    if (!definition || !hasFlag(definition, 'Global'))
      throw new RangeError(`${rtype} has no global attribute '${name}'`);
    return definition;
  }
}
