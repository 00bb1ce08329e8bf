// Which attributes are secret.
import type { AttributeDefinition } from './experiment.ts';

/** Stands for a value that is not shown. Of one length, so that it doesn't tell that of the value. */
export const MASK = '••••••';

/**
 * Attributes that NEPI flags as Credential and that are no secrets, each with the reason. They name an account or a
 * server: an experiment without them does not run elsewhere, and they alone give no access. Any other attribute
 * with that flag (passwords, private keys, the path of an identity file, whatever an experiment's own types flag) is a
 * secret.
 */
export const PUBLIC_CREDENTIALS: Readonly<Record<string, string>> = {
  username: 'the name of an account on a host',
  pluser: 'the name of a PlanetLab account',
  sfauser: 'the name of an SFA account',
  xmppUser: 'the name of an XMPP account',
  slicename: 'the name of a slice, which the testbed publishes',
  plcApiUrl: 'the address of a public server',
  xmppServer: 'the address of a server',
  xmppPort: 'the port of a server',
};

/** Names that speak for themselves, for attributes that no type defines (in a file that has a mistake, say). */
const TELLING_NAME = /pass(word|wd|phrase)|secret|private_?key|credential|^identity$/i;

/** Whether the value of an attribute must be masked on screen, and left out of what is shared. */
export function isSecret(definition: AttributeDefinition): boolean {
  return (definition.flags?.includes('Credential') ?? false) && !Object.hasOwn(PUBLIC_CREDENTIALS, definition.name);
}

/** Whether an attribute of which nothing but the name is known has to be treated as a secret. */
export function isSecretName(name: string): boolean {
  return TELLING_NAME.test(name);
}
