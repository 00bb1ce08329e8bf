import { createContext, use } from 'react';

/** Whether the fields below stand for something that can't be changed now: they show it, and take nothing. */
export const LockedContext = createContext(false);

export const useLocked = (): boolean => use(LockedContext);
