// Playing, pausing and stepping: what the buttons, the keys and the palette do to the run.
import type { Guid, Micros } from '../../model/units.ts';
import { nextEvent, previousEvent, type EventFilter } from '../../record/stepping.ts';
import { findObstacles } from '../../rules/obstacles.ts';
import { isCurrent } from '../stores/run-store.ts';
import type { Studio } from '../stores/studio.ts';

/** Whatever moves along a run goes to Simulate, where it can be seen. */
export interface RunControl {
  /** To Simulate, at the instant that was left; a run begins, at rest, when there is none. Unless there is nothing to run. */
  readonly simulate: () => void;
  /** Back to Design, where the experiment can be changed. The run is kept, and rests. */
  readonly design: () => void;
  /** Goes on with the run; begins one when there is none, or the experiment is another by now. */
  readonly play: () => void;
  readonly pause: () => void;
  readonly toggle: () => void;
  /** Runs from the start, whatever there was. */
  readonly restart: () => void;
  /** Computes a run that broke once more, and plays it from the start. */
  readonly retry: () => void;
  /** Rests at the start of the run; of a new one when the experiment is another by now. */
  readonly reset: () => void;
  readonly cancel: () => void;
  /** Forgets the runs, and goes back to Design. */
  readonly close: () => void;
  /** Shows another of the runs. */
  readonly show: (id: number) => void;
  /** To the next or previous instant at which something happened, to some resources or to any. */
  readonly step: (direction: 1 | -1, filter?: EventFilter) => void;
  /** Moves the cursor by hand, which ends playing: one can't hold on to what runs on. */
  readonly jump: (time: Micros) => void;
  readonly toStart: () => void;
  readonly toEnd: () => void;
}

export function createRunControl(studio: Studio): RunControl {
  const { document, run, view, notices, catalog } = studio;
  const experiment = () => document.getState().experiment;

  function mayRun(): boolean {
    if (experiment().resources.length === 0) {
      notices.say('There is nothing to run yet. Drag a resource from the palette onto the canvas.');
      return false;
    }
    const [first, ...others] = findObstacles(experiment(), catalog);
    if (!first) return true;
    view.getState().showBottom('problems');
    const more = others.length > 0 ? ` And ${others.length} more: see Problems.` : '';
    notices.say(`This experiment can't be simulated: ${first.message}${more}`, { kind: 'problem' });
    return false;
  }

  function begin(playing: boolean) {
    if (!mayRun()) return;
    if (view.getState().bottomTab !== 'log') view.getState().showBottom('timeline');
    run.getState().play(playing);
    run.getState().start(experiment());
    enter();
  }
  const enter = () => view.getState().set({ mode: 'simulate' });

  /** Whether there is a run that playing goes on with. */
  function hasGoodRun(): boolean {
    const state = run.getState();
    return isCurrent(state, experiment()) && state.status !== 'failed';
  }

  const hasBrokenRun = () => isCurrent(run.getState(), experiment()) && run.getState().status === 'failed';

  run.subscribe(({ status, failure }, before) => {
    if (status !== 'failed' || before.status === 'failed') return;
    notices.say(`The simulation broke: ${failure}`, {
      kind: 'problem',
      action: { title: 'Try again', run: () => control.retry() },
    });
  });

  const control: RunControl = {
    simulate: () => (run.getState().record ? enter() : begin(false)),
    design() {
      control.pause();
      view.getState().set({ mode: 'design' });
    },
    play() {
      if (hasBrokenRun()) return control.retry();
      if (!hasGoodRun()) return begin(true);
      const state = run.getState();
      if (state.status === 'done' && state.cursor >= state.record!.now) state.seek(0);
      state.play(true);
      enter();
    },
    pause: () => run.getState().play(false),
    toggle: () => (run.getState().playing ? control.pause() : control.play()),
    restart: () => begin(true),
    retry() {
      if (!hasBrokenRun()) return begin(true);
      const state = run.getState();
      state.retry();
      state.seek(0);
      state.play(true);
      enter();
    },
    reset: () => (hasGoodRun() ? control.jump(0) : begin(false)),
    cancel: () => run.getState().cancel(),
    close() {
      run.getState().clear();
      control.design();
    },
    show(id) {
      run.getState().show(id);
      enter();
    },
    step(direction, filter) {
      const state = run.getState();
      const { record, cursor } = state;
      if (!record) return;
      enter();
      state.play(false);
      const event = direction === 1 ? nextEvent(record, cursor, filter) : previousEvent(record, cursor, filter);
      if (event >= 0) state.seek(record.events.time[event]!);
      else if (!filter) state.seek(direction === 1 ? record.now : 0);
    },
    jump(time) {
      if (!run.getState().record) return;
      enter();
      control.pause();
      run.getState().seek(time);
    },
    toStart: () => control.jump(0),
    toEnd: () => control.jump(Infinity),
  };
  return control;
}

/** The filter that keeps to some resources; none of them: all. */
export function onlyOf(guids: ReadonlySet<Guid>): EventFilter {
  return guids.size > 0 ? { guids } : {};
}
