// A resource of one's own: a battery-powered sensor that has to be charged before it can start.
import { ExperimentController, type Blocking, ResourceFactory, ResourceManager } from 'nepi-studio/engine';

export class Sensor extends ResourceManager {
  static override readonly rtype = 'lab::Sensor';
  static readonly help = 'A sensor that runs on a battery';
  static readonly traces = ['log'];
  static readonly attributes = [
    { name: 'capacity', type: 'INTEGER', default: 10, range: [1, 100], help: 'Minutes that it runs' },
    { name: 'serial', type: 'STRING', flags: ['NoWrite'], help: 'Read from the device' },
  ] as const;

  /** Finding it takes no time: a plain method. */
  override doDiscover() {
    this.put('serial', `S-${this.guid}`);
    return super.doDiscover();
  }

  /** Deploying it means to find it and to charge it, which takes time: the hook yields how long, in microseconds. */
  override *doDeploy(): Blocking {
    this.doDiscover();
    this.writeTrace('log', `${this.get('serial')} charges\n`);
    yield 30_000_000;
    this.setProvisioned();
    this.setReady();
  }

  /** It runs until its battery is empty. */
  override doStart() {
    if (Number(this.get('capacity')) < 2) throw new Error('the battery is too small');
    this.setStarted();
    this.ec.schedule(Number(this.get('capacity')) * 60_000_000, () => this.stop());
    return undefined;
  }
}

const factory = new ResourceFactory();
factory.registerType(Sensor);
const ec = new ExperimentController({ expId: 'sensors', factory });
const [first, second] = [ec.registerResource('lab::Sensor'), ec.registerResource('lab::Sensor')];
ec.set(second, 'capacity', 3);
ec.registerCondition(second, 'START', first, 'STOPPED', '1m');
ec.enableTrace(first, 'log');

ec.deploy([first, second]);
ec.waitFinished([first, second]);
for (const guid of [first, second]) {
  console.log(
    `${ec.get(guid, 'serial')}: ran from ${ec.stateTime(guid, 'STARTED')! / 60e6} to ${ec.stateTime(guid, 'STOPPED')! / 60e6} min`,
  );
}
console.log(ec.trace(first, 'log'));
ec.shutdown();
