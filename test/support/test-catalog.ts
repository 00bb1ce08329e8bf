import { createCatalog, ROOT_TYPE } from '../../src/model/rtype.ts';

/** A catalogue with nothing in it but the type that the experiments' own types extend. */
export const testCatalog = createCatalog([
  { rtype: ROOT_TYPE, attributes: [{ name: 'critical', type: 'BOOL', default: true }] },
]);
