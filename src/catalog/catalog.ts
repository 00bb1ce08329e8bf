import { createCatalog, type Catalog, type TypeDeclaration } from '../model/rtype.ts';
import general from './data/general.json' with { type: 'json' };
import linux from './data/linux.json' with { type: 'json' };
import ns3 from './data/ns3.json' with { type: 'json' };
import omf from './data/omf.json' with { type: 'json' };
import planetlab from './data/planetlab.json' with { type: 'json' };
import { DEFAULT_DURATIONS } from './durations.ts';
import { ownValue } from '../model/own-value.ts';

/** The platforms of the types, in the order in which to show them. */
export const PLATFORMS = ['linux', 'planetlab', 'omf', 'ns3', 'general'] as const;

// What TypeScript makes of JSON is wider than a declaration (any string for a state); test/catalog checks the data.
const DATA = { general, linux, planetlab, omf, ns3 } as unknown as Readonly<Record<string, readonly TypeDeclaration[]>>;

/** NEPI's types as they are declared, default durations included. */
export const nepiDeclarations: readonly TypeDeclaration[] = Object.entries(DATA).flatMap(([platform, declarations]) =>
  declarations.map((declaration) => ({
    ...declaration,
    platform,
    behavior: { ...ownValue(DEFAULT_DURATIONS, declaration.rtype), ...declaration.behavior },
  })),
);

/** NEPI's resource types, as read from the source of its release 3 (commit b4b080d). */
export const nepiCatalog: Catalog = createCatalog(nepiDeclarations);
