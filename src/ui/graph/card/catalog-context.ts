import { createContext } from 'react';
import { type Catalog, createCatalog } from '../../../model/rtype.ts';

/** The types of the experiment on screen, its own included. */
export const CatalogContext = createContext<Catalog>(createCatalog([]));
