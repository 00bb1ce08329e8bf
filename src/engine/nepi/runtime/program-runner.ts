import { SCRIPT_GUID, type StalledWait } from '../../../record/chunk.ts';
import type { Micros } from '../../../model/units.ts';
import { catching } from '../../kernel/tasks/continuation.ts';
import { Process, type Continuation } from '../../kernel/tasks/process.ts';
import type { Simulator } from '../../kernel/simulator.ts';
import type { CauseTracking } from '../recording/cause-tracking.ts';
import { explainLongDraw, type LongDraws } from './long-draws.ts';

/** What a program runs in. */
export interface ProgramContext {
  readonly simulator: Simulator;
  readonly recording: { readonly causes: CauseTracking };
  readonly horizon: Micros;
  readonly longDraws: LongDraws;
  /** The waits at this moment. */
  stalled(): readonly StalledWait[];
}

/** Runs the simulation while a program waits for a call to return. NEPI: the thread of that program. */
export class ProgramRunner {
  readonly #context: ProgramContext;
  #isAdvancing = false;

  constructor(context: ProgramContext) {
    this.#context = context;
  }

  /**
   * Runs the simulation until this is done.
   * @throws what it raises; Error when called inside the simulation, at the horizon, and when nothing can change any
   * more.
   */
  run(continuation: Continuation): void {
    if (!continuation) return;
    if (this.#isAdvancing)
      throw new Error('inside the simulation, yield* to waiting, releasing or an action of the resource instead');
    let raised: { readonly error: unknown } | undefined;
    const program = Process.program(() => catching(continuation, (error) => (raised = { error })));
    const { simulator, recording, horizon, longDraws } = this.#context;
    this.#isAdvancing = true;
    try {
      simulator.begin(program);
      while (!program.isDone) if (!simulator.step(horizon) || longDraws.endless) throw this.#neverEnds();
    } finally {
      this.#isAdvancing = false;
      recording.causes.returned(program);
      simulator.end(program);
    }
    if (raised) throw raised.error;
  }

  #neverEnds(): Error {
    const { simulator, longDraws } = this.#context;
    if (longDraws.endless) return new Error(explainLongDraw(longDraws.endless, `guid ${longDraws.endless.guid}`));
    if (simulator.nextTime < Infinity) return new Error('the simulation has come to its horizon');
    const waits = this.#context.stalled().map(({ guid, activity, member, state }) => {
      const waiting = guid === SCRIPT_GUID ? 'the program' : guid;
      return `${waiting} (${activity})${member ? ` for ${member}` : ''}${member && state ? ` to be ${state}` : ''}`;
    });
    return new Error(`nothing can change any more; who waits for whom: ${waits.join(', ')}`);
  }
}
