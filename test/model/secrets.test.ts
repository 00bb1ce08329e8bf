import { expect, test } from 'vitest';
import { nepiCatalog } from '../../src/catalog/catalog.ts';
import { createExperiment, type Experiment, type UserType } from '../../src/model/experiment.ts';
import { isSecret, MASK, PUBLIC_CREDENTIALS } from '../../src/model/secret-attribute.ts';
import { findSecrets, secretsOf, valueWords, withoutSecrets } from '../../src/model/secrets.ts';

const resource = (guid: number, rtype: string, attributes: Record<string, string | number | boolean>) => ({
  guid,
  rtype,
  attributes,
  traces: [],
});
const sensor: UserType = {
  rtype: 'lab::Sensor',
  attributes: [
    { name: 'pin', type: 'INTEGER', flags: ['Credential'], default: 4711 },
    { name: 'rate', type: 'INTEGER', default: 5 },
  ],
};
/** A type that no catalogue has, since what it extends is not known. */
const orphan: UserType = {
  rtype: 'lab::Orphan',
  extends: 'lab::Missing',
  attributes: [{ name: 'badge', type: 'STRING', flags: ['Credential'] }],
};
const experiment: Experiment = {
  ...createExperiment('e'),
  types: [sensor, orphan],
  resources: [
    resource(1, 'planetlab::Node', { hostname: 'h', pluser: 'me', plpassword: 'S3CR3T' }),
    resource(2, 'lab::Sensor', { pin: 1234, rate: 7 }),
    resource(3, 'lab::Orphan', { badge: 'S3CR3T', other: 'x' }),
    resource(4, 'planetlab::Nodee', { plpassword: 'S3CR3T', dbPassword: 'S3CR3T' }),
    resource(5, 'planetlab::Node', { plpassword: '' }),
  ],
  script: [
    { op: 'set', resources: [1], attribute: 'plpassword', value: 'S3CR3T' },
    { op: 'set', resources: [2], attribute: 'pin', value: 99 },
    { op: 'set', resources: [2], attribute: 'rate', value: 3 },
    { op: 'setWithConditions', resources: [], attribute: 'plpassword', value: 'S3CR3T', group: [2], state: 'STARTED' },
  ],
};

test('every credential of NEPI’s is either a secret or has a reason not to be', () => {
  const credentials = nepiCatalog.types
    .flatMap(({ attributes }) => [...attributes.values()])
    .filter(({ flags }) => flags?.includes('Credential'));
  const names = (secret: boolean) => [
    ...new Set(credentials.filter((each) => isSecret(each) === secret).map(({ name }) => name)),
  ];
  expect(names(true).sort()).toEqual(['identity', 'plpassword', 'sfaPrivateKey', 'xmppPassword']);
  expect(names(false).sort()).toEqual(Object.keys(PUBLIC_CREDENTIALS).sort());
});

test('secrets are found in resources, steps and defaults, of types that are known and of others', () => {
  expect(findSecrets(experiment, nepiCatalog)).toEqual([
    { kind: 'type', rtype: 'lab::Sensor', attribute: 'pin' },
    { kind: 'resource', guid: 1, attribute: 'plpassword' },
    { kind: 'resource', guid: 2, attribute: 'pin' },
    { kind: 'resource', guid: 3, attribute: 'badge' },
    { kind: 'resource', guid: 4, attribute: 'plpassword' },
    { kind: 'resource', guid: 4, attribute: 'dbPassword' },
    { kind: 'step', step: 0, attribute: 'plpassword' },
    { kind: 'step', step: 1, attribute: 'pin' },
    { kind: 'step', step: 3, attribute: 'plpassword' },
  ]);
});

test('what is left without them is the rest, untouched', () => {
  const shared = withoutSecrets(experiment, nepiCatalog);
  expect(JSON.stringify(shared)).not.toMatch(/S3CR3T|4711|1234|99/);
  expect(findSecrets(shared, nepiCatalog).filter(({ kind }) => kind !== 'step')).toEqual([]);
  expect(shared.resources.map(({ attributes }) => attributes)).toEqual([
    { hostname: 'h', pluser: 'me' },
    { rate: 7 },
    { other: 'x' },
    {},
    // An empty text is no secret: it was set on purpose.
    { plpassword: '' },
  ]);
  expect(shared.script).toEqual([
    { op: 'set', resources: [1], attribute: 'plpassword', value: '' },
    { op: 'set', resources: [2], attribute: 'pin', value: 0 },
    experiment.script![2],
    { op: 'setWithConditions', resources: [], attribute: 'plpassword', value: '', group: [2], state: 'STARTED' },
  ]);
  const plain = { ...experiment, types: [], resources: [resource(1, 'linux::Node', { username: 'me' })], script: [] };
  expect(withoutSecrets(plain, nepiCatalog)).toBe(plain);
});

test('words for values mask secrets and what is not to be read', () => {
  const words = valueWords(experiment, nepiCatalog);
  expect(words(1, 'plpassword', 'S3CR3T')).toBe(MASK);
  expect(words(1, 'pluser', 'me')).toBe('me');
  expect(words(2, 'pin', 1234)).toBe(MASK);
  expect(words(99, 'plpassword', 'S3CR3T')).toBe(MASK);
  const hidden: UserType = { rtype: 'lab::Hidden', attributes: [{ name: 'x', type: 'STRING', flags: ['NoRead'] }] };
  expect(secretsOf(nepiCatalog, [hidden]).shown('lab::Hidden', 'x', 'y')).toBe(MASK);
});
