import { STATE_ORDER } from '../../model/state.ts';

/**
 * Which state keeps the pixel that several share, by state code: the higher. A failure always does, what runs comes
 * next, and what was left last: NEW and RELEASED.
 */
export const RANK: Uint8Array = new Uint8Array(8);
RANK[STATE_ORDER.NEW] = 1;
RANK[STATE_ORDER.RELEASED] = 2;
RANK[STATE_ORDER.DISCOVERED] = 3;
RANK[STATE_ORDER.PROVISIONED] = 4;
RANK[STATE_ORDER.READY] = 5;
RANK[STATE_ORDER.STOPPED] = 6;
RANK[STATE_ORDER.STARTED] = 7;
RANK[STATE_ORDER.FAILED] = 8;

export const FAILED_RANK = 8;

/** The state code of each rank; rank 0, nothing, has none. */
export const STATE_OF_RANK: Uint8Array = new Uint8Array(9);
for (let state = 0; state < RANK.length; state++) STATE_OF_RANK[RANK[state]!] = state;
