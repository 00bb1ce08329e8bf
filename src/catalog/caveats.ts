// What is known of real runs that a simulation doesn't show: attributes without which a type fails, types that ns-3
// can't build. Read from NEPI's source and the headers of ns-3.20.

/** For each type, and its subtypes: of each list at least one attribute must be set, else a real run fails. */
export const NEEDED_ATTRIBUTES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Collector: [['traceName']],
  'linux::Ping': [['target']],
  'linux::Traceroute': [['target']],
  'linux::Mtr': [['target']],
  'linux::NPing': [['target']],
  'linux::CCNPingServer': [['prefix']],
  'linux::FIBEntry': [['host', 'ip']],
  'omf::Node': [['hostname'], ['xmppServer']],
  'omf::WifiInterface': [['mode'], ['essid'], ['hw_mode'], ['ip']],
  'omf::Channel': [['channel']],
  'omf::Application': [['command']],
  'wilabt::sfa::Node': [['host']],
  'abstract::ns3::NetDevice': [['ip']],
  'linux::ns3::dce::CCNPoke': [['content']],
};

/**
 * Programs that end by themselves only as their attributes say: one of `ends` is set, and `endless` is not. The
 * simulation ends them after their `run` in any case.
 */
export const ENDINGS: Readonly<Record<string, { readonly ends?: readonly string[]; readonly endless?: string }>> = {
  'linux::Ping': { ends: ['count', 'deadline'] },
  'linux::Traceroute': { endless: 'continuous' },
  'linux::Mtr': { endless: 'continuous' },
  'linux::NPing': { endless: 'continuous' },
  'linux::CCNPing': { ends: ['c'] },
  'linux::UdpTest': { endless: 's' },
};

const NO_ATTACH =
  "NEPI can't attach this kind of device in ns-3.20; ns3::CsmaNetDevice, ns3::PointToPointNetDevice, ns3::WifiNetDevice and ns3::FdNetDevice work";
const TEST_ONLY = 'it exists only in the tests of ns-3.20, not in what is installed';

/** Why a type fails in a real run whatever one does. */
export const UNWORKABLE: Readonly<Record<string, string>> = {
  'ns3::AlohaNoackNetDevice': NO_ATTACH,
  'ns3::BaseStationNetDevice': NO_ATTACH,
  'ns3::BridgeNetDevice': NO_ATTACH,
  'ns3::EmuNetDevice': NO_ATTACH,
  'ns3::LoopbackNetDevice': NO_ATTACH,
  'ns3::LrWpanNetDevice': NO_ATTACH,
  'ns3::LteEnbNetDevice': NO_ATTACH,
  'ns3::LteUeNetDevice': NO_ATTACH,
  'ns3::MeshPointDevice': NO_ATTACH,
  'ns3::NonCommunicatingNetDevice': NO_ATTACH,
  'ns3::SimpleNetDevice': NO_ATTACH,
  'ns3::SixLowPanNetDevice': NO_ATTACH,
  'ns3::SubscriberStationNetDevice': NO_ATTACH,
  'ns3::TapBridge': NO_ATTACH,
  'ns3::VirtualNetDevice': NO_ATTACH,
  'ns3::BinaryErrorModel': TEST_ONLY,
  'ns3::BinaryErrorSixlowModel': TEST_ONLY,
  'ns3::ErrorChannel': TEST_ONLY,
  'ns3::ErrorChannelSixlow': TEST_ONLY,
  'ns3::LteSimpleNetDevice': TEST_ONLY,
  'ns3::ErrorNetDevice': "ns-3.20 doesn't know it",
  'ns3::PropagationLossModel': "ns-3 can't build it; use one of its subtypes, such as ns3::FriisPropagationLossModel",
};
