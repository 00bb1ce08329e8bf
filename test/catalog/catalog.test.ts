import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENDINGS, NEEDED_ATTRIBUTES, UNWORKABLE } from '../../src/catalog/caveats.ts';
import { nepiCatalog, nepiDeclarations, PLATFORMS } from '../../src/catalog/catalog.ts';
import { DEFAULT_DURATIONS } from '../../src/catalog/durations.ts';
import { checkAttributeValue } from '../../src/model/attribute.ts';
import { createCatalog, mergeBehavior, type ResourceType } from '../../src/model/rtype.ts';
import { behaviorSchema, userTypeSchema } from '../../src/model/schema.ts';

const types = nepiCatalog.types;
const get = (rtype: string): ResourceType => {
  const type = nepiCatalog.get(rtype);
  if (!type) throw new Error(`no type ${rtype}`);
  return type;
};

describe("NEPI's types", () => {
  it('are all there, with all their attributes and traces', () => {
    expect(types).toHaveLength(182);
    expect(new Set(types.map(({ rtype }) => rtype)).size).toBe(182);
    expect(types.filter((type) => type.abstract)).toHaveLength(23);
    expect(nepiDeclarations.flatMap(({ attributes }) => attributes ?? [])).toHaveLength(993);
    expect(nepiDeclarations.flatMap(({ traces }) => traces ?? [])).toHaveLength(193);
  });

  it('belong to a platform each', () => {
    const count = (platform: string) => types.filter((type) => type.platform === platform).length;
    expect(Object.fromEntries(PLATFORMS.map((platform) => [platform, count(platform)]))).toEqual({
      linux: 26,
      planetlab: 7,
      omf: 6,
      ns3: 141,
      general: 2,
    });
  });

  it.each(nepiDeclarations.map((declaration) => [declaration.rtype, declaration] as const))(
    '%s is declared soundly',
    (rtype, declaration) => {
      expect(userTypeSchema.safeParse(declaration).error).toBeUndefined();
      expect(behaviorSchema.safeParse(get(rtype).behavior).error).toBeUndefined();
      expect(declaration.help).toMatch(/^[A-Z0-9n].*\.$/);
      const named = [
        ...(declaration.connects ?? []).map(({ type }) => type),
        ...(declaration.behavior?.requires ?? []).flatMap(({ type, path }) => path ?? [type!]),
      ];
      expect(named.filter((name) => !nepiCatalog.get(name))).toEqual([]);
      const impossible = (declaration.attributes ?? []).flatMap((attribute) =>
        attribute.default === undefined ? [] : (checkAttributeValue(attribute, attribute.default) ?? []),
      );
      expect(impossible).toEqual([]);
    },
  );

  it('inherit attributes and traces', () => {
    const ping = get('linux::Ping');
    expect(ping.lineage).toEqual(['linux::Ping', 'linux::Application', 'Resource']);
    expect(ping.attributes.get('critical')).toMatchObject({ type: 'BOOL', default: true });
    expect(ping.attributes.get('command')).toMatchObject({ type: 'STRING', flags: ['Design'] });
    expect(ping.attributes.get('target')).toMatchObject({ type: 'STRING', flags: ['Design'] });
    expect(ping.traces).toEqual(['stderr', 'stdout']);
    expect(get('planetlab::Node').attributes.get('maxCpu')).toMatchObject({ type: 'DOUBLE', range: [0, 100] });
    expect(get('linux::Tap').attributes.get('deviceName')?.flags).toEqual(['NoWrite']);
    expect(get('linux::Node').attributes.get('identity')?.flags).toContain('Credential');
  });

  it('take their gates over from their ancestors, each list as a whole', () => {
    const gates = (rtype: string) => get(rtype).behavior.requires;
    const node = { before: 'discover', type: 'linux::Node', state: 'READY', atLeast: 1 };
    expect(gates('linux::Ping')).toEqual([node]);
    // Waiting for its ns-3 node as other ns-3 objects do would be a deadlock: the node waits for it.
    expect(gates('ns3::Ipv4L3Protocol')).toEqual([
      {
        before: 'discover',
        path: ['abstract::ns3::Node', 'linux::ns3::Simulation'],
        state: 'READY',
        atLeast: 1,
      },
    ]);
    // Own paths are joined to what is required directly, also where that is inherited.
    expect(gates('ns3::V4Ping')).toEqual([
      { before: 'discover', type: 'abstract::ns3::Node', state: 'READY', atLeast: 1 },
      {
        before: 'start',
        path: ['abstract::ns3::Node', 'linux::ns3::Simulation'],
        state: 'STARTED',
        atLeast: 1,
      },
    ]);
    expect(gates('linux::CCNPing')?.map(({ before, type }) => [before, type])).toEqual([
      ['discover', 'linux::CCND'],
      ['start', 'linux::CCNPingServer'],
    ]);
  });

  it('say who may be connected', () => {
    expect(get('omf::Node').strict).toBe(true);
    expect(get('wilabt::sfa::Node').strict).toBe(false);
    expect(get('linux::Ping').connects).toContainEqual({ type: 'linux::Node', min: 1, max: 1 });
    expect(get('ns3::Node').ifMissing).toBe('fails');
    expect(get('linux::Ping').ifMissing).toBe('waits');
  });

  it('are less than 200 kB of data', () => {
    const folder = new URL('../../src/catalog/data/', import.meta.url);
    const size = readdirSync(folder).reduce((sum, file) => sum + readFileSync(new URL(file, folder)).length, 0);
    expect(size).toBeLessThan(200_000);
  });
});

describe('default durations', () => {
  it('are for types there are', () => {
    expect(Object.keys(DEFAULT_DURATIONS).filter((rtype) => !nepiCatalog.get(rtype))).toEqual([]);
  });

  it('let end by themselves those types that do', () => {
    const wrong = types.filter(({ runs, behavior }) => {
      if (runs === 'instant') return behavior.run !== '0s';
      return (behavior.run !== undefined) !== (runs === 'to-completion');
    });
    expect(wrong.map(({ rtype }) => rtype)).toEqual([]);
  });

  it('make hosts slow and ns-3 objects quick', () => {
    expect(get('linux::Node').behavior.provision).toMatchObject({ dist: 'triangular', min: '15s' });
    expect(get('planetlab::Node').behavior).toMatchObject({ release: get('linux::Node').behavior.release });
    expect(get('ns3::DropTailQueue').behavior.provision).toMatchObject({ max: '8ms' });
  });
});

it('what is known of real runs is of types and attributes there are', () => {
  const known = (rtype: string, attribute: string) => get(rtype).attributes.has(attribute);
  const needed = Object.entries(NEEDED_ATTRIBUTES).flatMap(([rtype, choices]) =>
    choices.flat().map((attribute) => [rtype, attribute] as const),
  );
  const endings = Object.entries(ENDINGS).flatMap(([rtype, { ends = [], endless }]) =>
    [...ends, ...(endless ? [endless] : [])].map((attribute) => [rtype, attribute] as const),
  );
  expect([...needed, ...endings].filter(([rtype, attribute]) => !known(rtype, attribute))).toEqual([]);
  expect(Object.keys(UNWORKABLE).filter((rtype) => !nepiCatalog.get(rtype))).toEqual([]);
});

it('a type that is said to run until stopped drops the run of its parent, unless it has its own', () => {
  const catalog = createCatalog([
    { rtype: 'Resource' },
    { rtype: 'Program', runs: 'to-completion', behavior: { run: '5s', start: '1s' } },
    { rtype: 'Daemon', extends: 'Program', runs: 'until-stopped' },
    { rtype: 'ShortDaemon', extends: 'Daemon', behavior: { run: '1s' } },
  ]);
  expect(catalog.get('Daemon')?.behavior).toEqual({ start: '1s' });
  expect(catalog.get('ShortDaemon')?.behavior).toEqual(mergeBehavior({ start: '1s' }, { run: '1s' }));
});
