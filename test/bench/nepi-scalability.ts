// NEPI's own scalability benchmark, with resource classes that do what its dummies do: nodes, each with an interface to
// one link and some applications; nothing takes time, and every application stops at once.
import { type Course, ExperimentController, ResourceFactory, ResourceManager } from '../../src/engine/index.ts';

class Channel extends ResourceManager {
  static override readonly rtype = 'bench::Channel';
}
class Node extends ResourceManager {
  static override readonly rtype = 'bench::Node';

  override doDeploy(): Course {
    if (this.state === 'NEW') {
      this.setDiscovered();
      this.setProvisioned();
    }
    for (const { isReady } of this.getConnected('bench::Interface')) if (!isReady) return this.tryAgain();
    return super.doDeploy();
  }
}

class Interface extends ResourceManager {
  static override readonly rtype = 'bench::Interface';

  override doDeploy(): Course {
    const [node] = this.getConnected('bench::Node');
    const [channel] = this.getConnected('bench::Channel');
    if (!node || !channel || node.order < 2 || !channel.isReady) return this.tryAgain();
    return super.doDeploy();
  }
}

class Application extends ResourceManager {
  static override readonly rtype = 'bench::Application';

  override doDeploy(): Course {
    return this.getConnected('bench::Node')[0]?.isReady ? super.doDeploy() : this.tryAgain();
  }

  override doStart(): Course {
    this.setStarted();
    this.setStopped();
    return undefined;
  }
}

// As in NEPI, the types are registered before any experiment is built.
const factory = new ResourceFactory();
factory.registerTypes({ Channel, Node, Interface, Application });

/** Builds it and runs it to its end. */
export function scalabilityRun(nodes: number, applications: number): ExperimentController {
  const ec = new ExperimentController({ expId: 'scalability', factory });
  const channel = ec.registerResource('bench::Channel');
  const finishing: number[] = [];
  for (let node = 0; node < nodes; node++) {
    const host = ec.registerResource('bench::Node');
    const port = ec.registerResource('bench::Interface');
    ec.registerConnection(host, port);
    ec.registerConnection(port, channel);
    for (let application = 0; application < applications; application++) {
      const guid = ec.registerResource('bench::Application');
      ec.registerConnection(guid, host);
      finishing.push(guid);
    }
  }
  ec.deploy();
  ec.waitFinished(finishing);
  ec.shutdown();
  return ec;
}
