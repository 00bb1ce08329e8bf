import type { Rule } from './problem.ts';

/** An ns-3 device with an address on a node that has no IPv4: it fails in a real run. */
export const ns3Protocol: Rule = {
  name: 'ns3-protocol',
  *check({ experiment, catalog, resource: find, neighbours, name }) {
    const connectedTo = (guid: number, rtype: string) =>
      neighbours(guid).filter((other) => catalog.isSubtype(find(other)?.rtype ?? '', rtype));
    for (const { guid, rtype } of experiment.resources) {
      if (!catalog.isSubtype(rtype, 'abstract::ns3::NetDevice')) continue;
      const [node] = connectedTo(guid, 'abstract::ns3::Node');
      if (node === undefined || find(node)?.attributes['enableStack'] === true) continue;
      if (connectedTo(node, 'abstract::ns3::Ipv4L3Protocol').length > 0) continue;
      yield {
        severity: 'warning',
        message: `${name(guid)} fails in a real run: ${name(node)} has no IPv4. Connect an ns3::Ipv4L3Protocol to it, or set its enableStack.`,
        place: { guid: node, field: 'attributes.enableStack' },
        fix: {
          label: `Set enableStack of ${name(node)}`,
          edit: { kind: 'set-attribute', guids: [node], name: 'enableStack', value: true },
        },
      };
    }
  },
};
