import { gateMembers } from './progress/gates.ts';
import type { Rule } from './problem.ts';

const REALTIME = 'ns3::RealtimeSimulatorImpl';

/** An ns-3 device that handles real packets in a simulation that doesn't run in real time. */
export const ns3Realtime: Rule = {
  name: 'ns3-realtime',
  *check(facts) {
    const { experiment, catalog, resource: find, name } = facts;
    const told = new Set<number>();
    for (const { guid, rtype } of experiment.resources) {
      if (!catalog.isSubtype(rtype, 'abstract::ns3::FdNetDevice')) continue;
      const path = ['abstract::ns3::Node', 'linux::ns3::Simulation'];
      const [simulation] = gateMembers(facts, guid, { before: 'discover', path, state: 'READY' });
      if (simulation === undefined || told.has(simulation)) continue;
      if (find(simulation)?.attributes['simulatorImplementationType'] === REALTIME) continue;
      told.add(simulation);
      yield {
        severity: 'warning',
        message: `${name(guid)} handles real packets, so ${name(simulation)} must run in real time; else a real run fails. Set simulatorImplementationType to ${REALTIME}.`,
        place: { guid: simulation, field: 'attributes.simulatorImplementationType' },
        fix: {
          label: `Let ${name(simulation)} run in real time`,
          edit: { kind: 'set-attribute', guids: [simulation], name: 'simulatorImplementationType', value: REALTIME },
        },
      };
    }
  },
};
