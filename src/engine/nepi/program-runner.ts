import { SCRIPT_GUID } from '../../record/chunk.ts';
import { catching } from '../kernel/continuation.ts';
import { Process, type Continuation } from '../kernel/process.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { explainLongDraw } from './long-draws.ts';

/** Runs the simulation on behalf of a program, which calls for something and waits. NEPI: the thread of that program. */
export class ProgramRunner {
  readonly #ec: ExperimentController;
  #isAdvancing = false;

  constructor(ec: ExperimentController) {
    this.#ec = ec;
  }

  /**
   * Runs the simulation until this is done.
   * @throws what it raises; Error inside the simulation, at the horizon, or when nothing can change any more.
   */
  run(continuation: Continuation): void {
    if (!continuation) return;
    if (this.#isAdvancing)
      throw new Error('inside the simulation, yield* to waiting, releasing or an action of the resource instead');
    let raised: { readonly error: unknown } | undefined;
    const program = Process.program(() => catching(continuation, (error) => (raised = { error })));
    const { simulator, horizon, chronicle } = this.#ec;
    this.#isAdvancing = true;
    try {
      simulator.begin(program);
      while (!program.isDone) if (!simulator.step(horizon) || chronicle.longDraws.endless) throw this.#neverEnds();
    } finally {
      this.#isAdvancing = false;
      this.#ec.chronicle.returned(program);
      simulator.end(program);
    }
    if (raised) throw raised.error;
  }

  #neverEnds(): Error {
    const { simulator, chronicle } = this.#ec;
    const { longDraws } = chronicle;
    if (longDraws.endless) return new Error(explainLongDraw(longDraws.endless, `guid ${longDraws.endless.guid}`));
    if (simulator.nextTime < Infinity) return new Error('the simulation has come to its horizon');
    const waits = chronicle.waits().map(({ guid, activity, member, state }) => {
      const who = guid === SCRIPT_GUID ? 'the program' : guid;
      return `${who} (${activity})${member ? ` for ${member}` : ''}${member && state ? ` to be ${state}` : ''}`;
    });
    return new Error(`nothing can change any more; who waits for whom: ${waits.join(', ')}`);
  }
}
