// What kind of thing a type is, read off its ancestors: decides its icon, and its group in the palette.
import type { ResourceType } from '../../model/rtype.ts';
import { ownValue } from '../../model/own-value.ts';

export type Family =
  | 'host'
  | 'application'
  | 'ccn'
  | 'interface'
  | 'channel'
  | 'tunnel'
  | 'route'
  | 'simulation'
  | 'queue'
  | 'mobility'
  | 'wifi'
  | 'loss'
  | 'delay'
  | 'error'
  | 'protocol'
  | 'collector'
  | 'other';

/** The first ancestor found here decides; nearer ancestors are looked at first. */
const BY_ANCESTOR: Readonly<Record<string, Family>> = {
  Collector: 'collector',
  'abstract::linux::Tunnel': 'tunnel',
  'abstract::ns3::Application': 'application',
  'abstract::ns3::CCNDceApplication': 'ccn',
  'abstract::ns3::ArpL3Protocol': 'protocol',
  'abstract::ns3::Channel': 'channel',
  'abstract::ns3::DceApplication': 'application',
  'abstract::ns3::ErrorModel': 'error',
  'abstract::ns3::ErrorRateModel': 'error',
  'abstract::ns3::Icmpv4L4Protocol': 'protocol',
  'abstract::ns3::Ipv4L3Protocol': 'protocol',
  'abstract::ns3::MobilityModel': 'mobility',
  'abstract::ns3::NetDevice': 'interface',
  'abstract::ns3::Node': 'host',
  'abstract::ns3::PropagationDelayModel': 'delay',
  'abstract::ns3::Queue': 'queue',
  'abstract::ns3::WifiChannel': 'channel',
  'abstract::ns3::WifiMac': 'wifi',
  'abstract::ns3::WifiPhy': 'wifi',
  'abstract::ns3::WifiRemoteStationManager': 'wifi',
  'linux::Application': 'application',
  'linux::CCNApplication': 'ccn',
  'linux::CCNContent': 'ccn',
  'linux::CCND': 'ccn',
  'linux::CCNR': 'ccn',
  'linux::FIBEntry': 'route',
  'linux::Channel': 'channel',
  'linux::GRETunnel': 'tunnel',
  'linux::Interface': 'interface',
  'linux::Node': 'host',
  'linux::Route': 'route',
  'linux::Tap': 'interface',
  'linux::Tun': 'interface',
  'linux::UdpTunnel': 'tunnel',
  'linux::ns3::Simulation': 'simulation',
  'linux::ns3::TapFdLink': 'tunnel',
  'linux::ns3::dce::CCNApplication': 'ccn',
  'linux::ns3::dce::CCND': 'ccn',
  'linux::ns3::dce::CCNR': 'ccn',
  'linux::ns3::dce::FIBEntry': 'route',
  'ns3::PropagationLossModel': 'loss',
  'ns3::Route': 'route',
  'omf::Application': 'application',
  'omf::Channel': 'channel',
  'omf::Node': 'host',
  'omf::WifiInterface': 'interface',
  'planetlab::OVSPort': 'interface',
  'planetlab::OVSSwitch': 'channel',
  'planetlab::Vroute': 'route',
};

/** Where no ancestor tells, the last part of the name may. */
const BY_NAME: readonly (readonly [RegExp, Family])[] = [
  [/Node$/, 'host'],
  [/(Protocol|Routing|Radvd)$/, 'protocol'],
  [/PropagationLossModel$|LossModel$/, 'loss'],
  [/(Application|Client|Server|Sink)$/, 'application'],
  [/(Interface|Device|Port|Tap|Tun)$/, 'interface'],
  [/(Channel|Switch|Link)$/, 'channel'],
];

/** The family of a type; of an unknown type when only its name is there. */
export function familyOf(type: Pick<ResourceType, 'rtype' | 'lineage'>): Family {
  for (const ancestor of type.lineage) {
    const family = ownValue(BY_ANCESTOR, ancestor);
    if (family) return family;
  }
  return BY_NAME.find(([pattern]) => pattern.test(type.rtype))?.[1] ?? 'other';
}
