import { describe, expect, it } from 'vitest';
import { nepiCatalog } from '../../src/catalog/catalog.ts';
import { connectionProblem, connectionRule, suggestedTypes } from '../../src/catalog/connections.ts';

describe('connectionProblem', () => {
  it.each([
    ['linux::Ping', 'linux::Node'],
    ['linux::Ping', 'linux::Ping'],
    ['omf::WifiInterface', 'omf::Channel'],
    ['omf::Application', 'omf::Node'],
    ['planetlab::OVSPort', 'linux::UdpTunnel'],
    ['wilabt::sfa::Node', 'linux::Application'],
    ['Collector', 'omf::Channel'],
    ['lab::Thing', 'linux::Node'],
  ])('%s and %s can be connected, either way round', (a, b) => {
    expect(connectionProblem(nepiCatalog, a, b)).toBeUndefined();
    expect(connectionProblem(nepiCatalog, b, a)).toBeUndefined();
  });

  it.each([
    ['omf::Application', 'omf::Channel'],
    ['omf::Node', 'linux::Application'],
    ['omf::Node', 'omf::Node'],
    // A subtype of planetlab::Node's parent, and a subtype of what is asked for, are not the exact type.
    ['planetlab::OVSSwitch', 'linux::Node'],
    ['omf::WifiInterface', 'wilabt::sfa::Node'],
    ['omf::Channel', 'lab::Thing'],
  ])('%s and %s can not', (a, b) => {
    expect(connectionProblem(nepiCatalog, a, b)).toContain("can't be connected to");
    expect(connectionProblem(nepiCatalog, b, a)).toContain("can't be connected to");
  });

  it('says what would do', () => {
    expect(connectionProblem(nepiCatalog, 'omf::Channel', 'linux::Ping')).toBe(
      "omf::Channel can't be connected to linux::Ping: it takes only omf::WifiInterface",
    );
  });
});

it('a rule for a type counts for its subtypes, the nearest one first', () => {
  const node = nepiCatalog.get('abstract::ns3::Node')!;
  expect(connectionRule(nepiCatalog, node, 'ns3::V4Ping')?.type).toBe('abstract::ns3::Application');
  expect(connectionRule(nepiCatalog, node, 'linux::Node')).toBeUndefined();
});

describe('suggestedTypes', () => {
  const suggested = (rtype: string) => suggestedTypes(nepiCatalog, rtype).map((type) => type.rtype);

  it('names what a type needs first', () => {
    expect(suggested('linux::Ping').slice(0, 3)).toEqual(['linux::Node', 'planetlab::Node', 'planetlab::sfa::Node']);
    expect(suggested('omf::WifiInterface')).toEqual(['omf::Channel', 'omf::Node']);
    expect(suggested('ns3::V4Ping')[0]).toBe('ns3::Node');
  });

  it('names what needs the type next', () => {
    const forNode = suggested('linux::Node');
    expect(forNode[0]).toBe('linux::Application');
    expect(forNode).toContain('linux::Ping');
    expect(forNode).toContain('linux::Interface');
    expect(forNode).not.toContain('omf::Application');
  });

  it('leaves out abstract types and what would be refused', () => {
    for (const type of nepiCatalog.types) {
      for (const other of suggestedTypes(nepiCatalog, type.rtype)) {
        expect(other.abstract).toBe(false);
        expect(connectionProblem(nepiCatalog, type.rtype, other.rtype)).toBeUndefined();
      }
    }
  });

  it('knows nothing of unknown types', () => {
    expect(suggested('lab::Thing')).toEqual([]);
  });
});
