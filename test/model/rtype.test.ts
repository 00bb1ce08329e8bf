import { describe, expect, test } from 'vitest';
import { createCatalog, mergeBehavior, withUserTypes, type TypeDeclaration } from '../../src/model/rtype.ts';

const ROOT: TypeDeclaration = {
  rtype: 'Resource',
  attributes: [{ name: 'critical', type: 'BOOL', default: true }],
};
const NODE: TypeDeclaration = {
  rtype: 'linux::Node',
  platform: 'linux',
  attributes: [{ name: 'hostname', type: 'STRING' }],
  traces: ['dmesg'],
  behavior: {
    discover: '1s',
    provision: '20s',
    failure: { provision: 0.1, start: 0.2 },
    requires: [{ before: 'start', type: 'linux::Channel', state: 'READY' }],
  },
  connects: [{ type: 'linux::Interface', min: 0 }],
  runs: 'until-stopped',
};
const base = createCatalog([ROOT, NODE]);

describe('mergeBehavior', () => {
  test('later keys win; requires and failure are replaced whole', () => {
    expect(mergeBehavior(NODE.behavior, undefined, { provision: '5s', failure: { run: 1 }, requires: [] })).toEqual({
      discover: '1s',
      provision: '5s',
      failure: { run: 1 },
      requires: [],
    });
  });

  test('an undefined never replaces', () => {
    expect(mergeBehavior({ run: '1s' }, JSON.parse('{}'), { run: undefined } as never)).toEqual({ run: '1s' });
  });

  test('changes none of its arguments', () => {
    const parent = { run: '1s' };
    mergeBehavior(parent, { run: '2s' });
    expect(parent).toEqual({ run: '1s' });
  });
});

describe('createCatalog', () => {
  test('a type has what it inherits and what it adds', () => {
    const own = createCatalog(
      [
        {
          rtype: 'my::Node',
          extends: 'linux::Node',
          attributes: [
            { name: 'hostname', type: 'STRING', default: 'here' },
            { name: 'arch', type: 'STRING' },
          ],
          traces: ['syslog', 'dmesg'],
          behavior: { provision: '2s', requires: [] },
        },
      ],
      base,
      true,
    );
    const type = own.get('my::Node');
    expect(type).toMatchObject({
      extends: 'linux::Node',
      lineage: ['my::Node', 'linux::Node', 'Resource'],
      platform: 'linux',
      traces: ['dmesg', 'syslog'],
      behavior: { discover: '1s', provision: '2s', failure: { provision: 0.1, start: 0.2 }, requires: [] },
      connects: NODE.connects,
      runs: 'until-stopped',
      abstract: false,
      own: true,
    });
    expect([...(type?.attributes.keys() ?? [])]).toEqual(['arch', 'critical', 'hostname']);
    expect(type?.attributes.get('hostname')?.default).toBe('here');
    expect(base.get('linux::Node')?.attributes.get('hostname')?.default).toBeUndefined();
  });

  test('declarations may come in any order', () => {
    const turned = createCatalog([{ rtype: 'b', extends: 'a' }, { rtype: 'a', extends: 'linux::Node' }, NODE, ROOT]);
    expect(turned.get('b')?.lineage).toEqual(['b', 'a', 'linux::Node', 'Resource']);
  });

  test('whoever extends nothing extends Resource', () => {
    expect(base.get('linux::Node')?.lineage).toEqual(['linux::Node', 'Resource']);
    expect(base.get('Resource')?.extends).toBeUndefined();
  });

  test.each([
    [
      'an unknown parent',
      [
        { rtype: 'a', extends: 'nowhere' },
        { rtype: 'b', extends: 'a' },
      ],
    ],
    ['itself', [{ rtype: 'a', extends: 'a' }]],
    [
      'a circle',
      [
        { rtype: 'a', extends: 'b' },
        { rtype: 'b', extends: 'c' },
        { rtype: 'c', extends: 'a' },
        { rtype: 'd', extends: 'b' },
      ],
    ],
  ])('types that extend %s are left out, the others stay', (_what, declarations) => {
    const catalog = createCatalog([...declarations, { rtype: 'fine' }], base);
    expect(catalog.types.map(({ rtype }) => rtype)).toEqual(['Resource', 'linux::Node', 'fine']);
    expect(catalog.get('a')).toBeUndefined();
  });

  test('a declaration replaces the type of the same name', () => {
    const catalog = createCatalog([{ rtype: 'linux::Node', traces: ['mine'] }], base, true);
    expect(catalog.get('linux::Node')).toMatchObject({ traces: ['mine'], platform: '', own: true });
    expect(catalog.types).toHaveLength(2);
  });

  test('very long lines of descent are taken', () => {
    const chain = Array.from({ length: 2_000 }, (_, index) => ({ rtype: `t${index}`, extends: `t${index + 1}` }));
    const catalog = createCatalog([...chain, { rtype: 't2000' }], base);
    expect(catalog.get('t0')?.lineage).toHaveLength(2_002);
  });
});

test('isSubtype follows the lineage; unknown types are only themselves', () => {
  expect(base.isSubtype('linux::Node', 'Resource')).toBe(true);
  expect(base.isSubtype('Resource', 'linux::Node')).toBe(false);
  expect(base.isSubtype('unknown', 'unknown')).toBe(true);
  expect(base.isSubtype('unknown', 'Resource')).toBe(false);
});

test('withUserTypes makes one catalogue a list of types', () => {
  const types = [{ rtype: 'my::Type', extends: 'linux::Node' }];
  expect(withUserTypes(base, [])).toBe(base);
  const extended = withUserTypes(base, types);
  expect(extended.isSubtype('my::Type', 'linux::Node')).toBe(true);
  expect(withUserTypes(base, types)).toBe(extended);
  expect(withUserTypes(base, [...types])).not.toBe(extended);
});
