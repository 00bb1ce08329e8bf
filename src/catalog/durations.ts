// How long things take when nobody says otherwise, so that a first simulation looks like life. Guesses, made to be
// changed: this table is the only place. A type takes over what its ancestors have, phase by phase.
import type { Behavior, DurationSpec } from '../model/experiment.ts';
import type { Phase } from '../model/state.ts';

const between = (min: string, max: string): DurationSpec => ({ dist: 'uniform', min, max });
const about = (min: string, mode: string, max: string): DurationSpec => ({ dist: 'triangular', min, mode, max });

/** Of phases that only change the state. */
const AT_ONCE = '0s';

export const DEFAULT_DURATIONS: Readonly<Record<string, Pick<Behavior, Phase>>> = {
  Collector: { release: between('1s', '3s') },

  // Hosts: log in, look round, install.
  'linux::Node': {
    discover: between('1s', '2s'),
    provision: about('15s', '22s', '40s'),
    release: between('0.5s', '1.5s'),
  },
  'planetlab::Node': { discover: between('2s', '6s'), provision: about('30s', '50s', '90s') },
  'planetlab::sfa::Node': { discover: between('3s', '8s'), provision: about('1m', '90s', '2.5m') },
  'wilabt::sfa::Node': { discover: between('2s', '5s'), provision: about('2m', '3m', '5m'), ready: AT_ONCE },

  // Programs on hosts: upload, start, run, kill.
  'linux::Application': {
    provision: between('1s', '4s'),
    start: between('0.1s', '0.4s'),
    run: about('20s', '30s', '1m'),
    stop: between('0.1s', '0.3s'),
    release: between('0.1s', '0.3s'),
  },
  'linux::Traceroute': { run: about('5s', '10s', '25s') },
  'linux::CCND': { provision: between('2s', '5s'), start: AT_ONCE },
  'linux::CCNR': { provision: between('1s', '3s'), start: AT_ONCE },
  'linux::CCNContent': { provision: between('1s', '3s'), start: AT_ONCE },
  'linux::CCNCat': { run: about('10s', '20s', '40s') },
  'linux::CCNPing': { run: about('10s', '20s', '40s') },
  'linux::CCNPeek': { run: between('0.5s', '2s') },
  'linux::CCNPoke': { run: between('0.5s', '2s') },
  'linux::FIBEntry': { provision: between('0.3s', '0.8s'), start: AT_ONCE },

  // The network of hosts.
  'linux::Interface': { provision: between('0.3s', '1s'), release: '0.1s' },
  'linux::Channel': { provision: '0.1s' },
  'linux::Tap': { provision: between('0.5s', '1.5s'), start: AT_ONCE },
  'linux::Route': { provision: between('0.1s', '0.3s'), start: AT_ONCE },
  'abstract::linux::Tunnel': { provision: between('2s', '4s'), start: AT_ONCE },
  'planetlab::Tap': { provision: between('1s', '3s'), start: AT_ONCE },
  'planetlab::Vroute': { provision: between('0.2s', '0.6s'), start: AT_ONCE },
  'planetlab::OVSSwitch': { provision: between('3s', '6s'), start: AT_ONCE, run: AT_ONCE },
  'planetlab::OVSPort': { provision: between('1s', '3s'), start: AT_ONCE, run: AT_ONCE },

  // ns-3: the server takes seconds, objects are made by a call to it, applications run in simulated time.
  'linux::ns3::Simulation': {
    provision: about('6s', '9s', '15s'),
    start: between('0.5s', '1.5s'),
    release: between('0.5s', '1s'),
  },
  'linux::ns3::TapFdLink': { provision: between('50ms', '150ms') },
  'abstract::ns3::Object': { provision: between('2ms', '8ms'), start: '1ms', stop: '1ms', release: '1ms' },
  'abstract::ns3::Application': { run: '20s' },
  'abstract::ns3::DceApplication': { provision: between('0.5s', '2s') },

  // OMF: everything is asked of the testbed by messages.
  'abstract::omf::Resource': { release: between('0.2s', '0.6s') },
  'omf::Node': { ready: between('2s', '5s') },
  'omf::WifiInterface': { ready: between('1s', '3s') },
  'omf::Channel': { ready: between('0.5s', '1s') },
  'omf::Application': { ready: between('0.5s', '1.5s'), start: between('0.5s', '1.5s'), stop: between('0.3s', '1s') },
};
