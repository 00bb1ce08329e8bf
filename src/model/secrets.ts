// What of an experiment may be shown and may leave the studio. Everything that shows an attribute's value or hands an
// experiment on asks here; test/secrets.test.ts holds the list of all exits.
import { isHidden } from './attribute.ts';
import {
  type AttributeDefinition,
  type AttributeValue,
  type Experiment,
  type Resource,
  resourcesByGuid,
  type Step,
  type UserType,
} from './experiment.ts';
import { ownValue } from './own-value.ts';
import { type Catalog, withUserTypes } from './rtype.ts';
import { isSecret, isSecretName, MASK } from './secret-attribute.ts';
import type { Guid } from './units.ts';
import { shownText } from './visible-text.ts';

/** A value in words: masked where it is secret or not to be read. */
export function shownValue(definition: AttributeDefinition, value: AttributeValue): string {
  return (isSecret(definition) || isHidden(definition)) && value !== '' ? MASK : String(value);
}

/** Where an experiment holds a secret. */
export type SecretPlace =
  | { readonly kind: 'resource'; readonly guid: Guid; readonly attribute: string }
  | { readonly kind: 'step'; readonly step: number; readonly attribute: string }
  | { readonly kind: 'type'; readonly rtype: string; readonly attribute: string };

/** What is secret in experiments that use a catalogue and some types of their own. */
export interface Secrets {
  /** Whether an attribute of a resource of this type is secret. */
  isSecret(rtype: string, attribute: string): boolean;
  /** The value of a resource's attribute in words, masked where it is not to be shown. */
  shown(rtype: string, attribute: string, value: AttributeValue): string;
}

const known = new WeakMap<Catalog, WeakMap<readonly UserType[], Secrets>>();

/**
 * What is secret, by the catalogue and the experiment's own types. Where the type doesn't define the attribute, the
 * name decides: it is secret if it is so in any other type, or says so itself.
 */
export function secretsOf(catalog: Catalog, types: readonly UserType[]): Secrets {
  let ofCatalog = known.get(catalog);
  if (!ofCatalog) known.set(catalog, (ofCatalog = new WeakMap()));
  let secrets = ofCatalog.get(types);
  if (!secrets) ofCatalog.set(types, (secrets = createSecrets(catalog, types)));
  return secrets;
}

function createSecrets(catalog: Catalog, types: readonly UserType[]): Secrets {
  const all = withUserTypes(catalog, types);
  const names = new Set<string>();
  // A type of the experiment's own that extends an unknown one is in no catalogue.
  for (const attributes of [...all.types.map((type) => [...type.attributes.values()]), ...types.map(ownAttributes)]) {
    for (const definition of attributes) if (isSecret(definition)) names.add(definition.name);
  }
  const define = (rtype: string, attribute: string) => all.get(rtype)?.attributes.get(attribute);
  const isSecretIn = (rtype: string, attribute: string) => {
    const definition = define(rtype, attribute);
    return definition ? isSecret(definition) : names.has(attribute) || isSecretName(attribute);
  };
  return {
    isSecret: isSecretIn,
    shown(rtype, attribute, value) {
      const definition = define(rtype, attribute);
      if (definition) return shownValue(definition, value);
      return isSecretIn(rtype, attribute) && value !== '' ? MASK : String(value);
    },
  };
}

const ownAttributes = ({ attributes = [] }: UserType) => attributes;

/** The values of an experiment's attributes in words, masked where they are not to be shown. */
export function valueWords(
  { types, resources }: Pick<Experiment, 'types' | 'resources'>,
  catalog: Catalog,
): (guid: Guid, attribute: string, value: AttributeValue) => string {
  const secrets = secretsOf(catalog, types);
  const byGuid = resourcesByGuid(resources);
  return (guid, attribute, value) => shownText(secrets.shown(byGuid.get(guid)?.rtype ?? '', attribute, value));
}

/** A step that sets an attribute. */
export type SetStep = Extract<Step, { readonly op: 'set' | 'setWithConditions' }>;

const setsAttribute = (step: Step): step is SetStep => step.op === 'set' || step.op === 'setWithConditions';

/** Whether the value that a step sets is secret: of one of its resources, or by its name where it has none. */
export function isSecretStep(step: SetStep, resources: readonly Resource[], secrets: Secrets): boolean {
  const covered = new Set(step.resources);
  const rtypes = new Set(resources.filter(({ guid }) => covered.has(guid)).map(({ rtype }) => rtype));
  // An undefined type tells nothing of the attribute: only its name counts.
  return [...(rtypes.size > 0 ? rtypes : [''])].some((rtype) => secrets.isSecret(rtype, step.attribute));
}

/** What an experiment holds that can be secret; a piece of one (what is copied) has no script. */
type Holder = Pick<Experiment, 'types' | 'resources'> & { readonly script?: Experiment['script'] };

/** All secrets that are set, in the order of the file. */
export function findSecrets(holder: Holder, catalog: Catalog): readonly SecretPlace[] {
  const { types, resources, script = [] } = holder;
  const secrets = secretsOf(catalog, types);
  const isSet = (value: AttributeValue | undefined) => value !== undefined && value !== '';
  return [
    ...types.flatMap(({ rtype, attributes = [] }) =>
      attributes
        .filter((definition) => isSecret(definition) && isSet(definition.default))
        .map(({ name }): SecretPlace => ({ kind: 'type', rtype, attribute: name })),
    ),
    ...resources.flatMap(({ guid, rtype, attributes }) =>
      Object.keys(attributes)
        .filter((attribute) => isSet(ownValue(attributes, attribute)) && secrets.isSecret(rtype, attribute))
        .map((attribute): SecretPlace => ({ kind: 'resource', guid, attribute })),
    ),
    ...script.flatMap((step, index): readonly SecretPlace[] =>
      setsAttribute(step) && isSet(step.value) && isSecretStep(step, resources, secrets)
        ? [{ kind: 'step', step: index, attribute: step.attribute }]
        : [],
    ),
  ];
}

/**
 * The same without its secrets: attributes are unset, defaults removed. A step that sets one stays, since a run depends
 * on it, with an empty value in place of the secret. What holds no secret is the same object.
 */
export function withoutSecrets<T extends Holder>(holder: T, catalog: Catalog): T {
  const places = findSecrets(holder, catalog);
  if (places.length === 0) return holder;
  const { types, resources, script } = holder;
  const secrets = secretsOf(catalog, types);
  const guids = new Set(places.flatMap((place) => (place.kind === 'resource' ? place.guid : [])));
  const rtypes = new Set(places.flatMap((place) => (place.kind === 'type' ? place.rtype : [])));
  const steps = new Set(places.flatMap((place) => (place.kind === 'step' ? place.step : [])));
  return {
    ...holder,
    types: types.map((type) => (rtypes.has(type.rtype) ? withoutDefaults(type) : type)),
    resources: resources.map((resource) =>
      guids.has(resource.guid)
        ? {
            ...resource,
            attributes: withoutKeys(resource.attributes, (name) => secrets.isSecret(resource.rtype, name)),
          }
        : resource,
    ),
    ...(script && {
      script: script.map((step, index) =>
        steps.has(index) && setsAttribute(step) ? { ...step, value: emptyOf(step.value) } : step,
      ),
    }),
  };
}

function withoutDefaults(type: UserType): UserType {
  const attributes = ownAttributes(type).map((definition) => {
    const { default: _secret, ...rest } = definition;
    return isSecret(definition) ? rest : definition;
  });
  return { ...type, attributes };
}

function withoutKeys<Value>(
  record: Readonly<Record<string, Value>>,
  isLeftOut: (key: string) => boolean,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !isLeftOut(key)));
}

function emptyOf(value: AttributeValue): AttributeValue {
  if (typeof value === 'string') return '';
  return typeof value === 'number' ? 0 : false;
}

/** How many secrets, in words: `1 password or key`. */
export function countSecrets(count: number): string {
  return count === 1 ? '1 password or key' : `${count} passwords or keys`;
}
