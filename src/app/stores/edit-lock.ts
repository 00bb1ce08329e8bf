/**
 * Says whether the experiment may be changed now. It may in Design; in Simulate it stays as it is, whatever asks. The
 * document store holds to it, so nothing gets round it; commands and views ask it to offer only what can be done.
 */
export interface EditLock {
  readonly isLocked: () => boolean;
  /** Tells the user that an act was refused, and the way out. */
  readonly refuse: () => void;
}

export const NEVER_LOCKED: EditLock = { isLocked: () => false, refuse() {} };
