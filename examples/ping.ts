// The ping experiment in twenty lines: two hosts, a ping from one to the other, and what became of it.
import { ExperimentController, nepiCatalog, ResourceFactory, STATES } from 'nepi-studio/engine';

const ec = new ExperimentController({ expId: 'ping', factory: new ResourceFactory(nepiCatalog) });
const [host, target] = [ec.registerResource('linux::Node'), ec.registerResource('linux::Node')];
const ping = ec.registerResource('linux::Ping');
ec.set(host, 'hostname', 'host.example.org');
ec.set(ping, 'target', 'target.example.org');
ec.registerConnection(ping, host);
ec.registerCondition(ping, 'START', target, 'STARTED', '2s');
ec.enableTrace(ping, 'stdout');

ec.deploy();
ec.waitFinished(ping);
ec.shutdown();

const { events } = ec.takeRecord();
for (let row = 0; row < events.length; row++) {
  const rm = ec.getResource(events.guid[row]!);
  console.log(
    `${(events.time[row]! / 1e6).toFixed(3).padStart(9)} s  ${rm.rtype} ${rm.guid}  ${STATES[events.kind[row]!] ?? 'set'}`,
  );
}
console.log(ec.trace(ping, 'stdout'));
