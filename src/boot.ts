// The first thing that runs. It loads the studio; whatever goes wrong on the way, there is something to read and to do.
import { showStartFailure } from './start-failure.ts';

/** Longer than the slowest start, ms. A studio that starts all the same replaces what is shown. */
const PATIENCE = 30_000;

const tooLong = setTimeout(() => showStartFailure(new Error('It takes unusually long.')), PATIENCE);
import('./main.tsx').catch(showStartFailure).finally(() => clearTimeout(tooLong));
