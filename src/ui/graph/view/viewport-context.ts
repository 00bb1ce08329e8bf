import { createContext } from 'react';
import type { Viewport } from './viewport.ts';

/** The viewport, once there is a canvas on the page. */
export const ViewportContext = createContext<Viewport | undefined>(undefined);
