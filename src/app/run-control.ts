// Playing, pausing and stepping: what the buttons, the keys and the palette do to the run.
import type { Guid, Micros } from '../model/units.ts';
import { nextEvent, previousEvent, type EventFilter } from '../record/stepping.ts';
import { findObstacles } from '../rules/obstacles.ts';
import { isCurrent } from './run-store.ts';
import type { Studio } from './studio.ts';

export interface RunControl {
  /** Goes on with the run; begins one when there is none, or the experiment is another by now. */
  readonly play: () => void;
  readonly pause: () => void;
  readonly toggle: () => void;
  /** Runs from the start, whatever there was. */
  readonly restart: () => void;
  readonly cancel: () => void;
  /** Back to designing: the canvas shows no states. */
  readonly leave: () => void;
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

  function begin() {
    if (!mayRun()) return;
    if (view.getState().bottomTab !== 'log') view.getState().showBottom('timeline');
    run.getState().play(true);
    run.getState().start(experiment());
  }

  const control: RunControl = {
    play() {
      const state = run.getState();
      if (!isCurrent(state, experiment()) || state.status === 'failed' || !state.record) return begin();
      if (state.status === 'done' && state.cursor >= state.record.now) state.seek(0);
      state.play(true);
    },
    pause: () => run.getState().play(false),
    toggle: () => (run.getState().playing ? control.pause() : control.play()),
    restart: begin,
    cancel: () => run.getState().cancel(),
    leave: () => run.getState().clear(),
    step(direction, filter) {
      const state = run.getState();
      const { record, cursor } = state;
      if (!record) return;
      state.play(false);
      const event = direction === 1 ? nextEvent(record, cursor, filter) : previousEvent(record, cursor, filter);
      if (event >= 0) state.seek(record.events.time[event]!);
      else if (!filter) state.seek(direction === 1 ? record.now : 0);
    },
    jump(time) {
      control.pause();
      run.getState().seek(time);
    },
    toStart: () => control.jump(0),
    toEnd: () => control.jump(run.getState().record?.now ?? 0),
  };
  return control;
}

/** The filter that keeps to some resources; none of them: all. */
export function onlyOf(guids: ReadonlySet<Guid>): EventFilter {
  return guids.size > 0 ? { guids } : {};
}
