// The runs of an experiment, one of which is on screen: its record, the cursor in it, playing. It asks for a run through
// a function, so a test hands it the engine itself and the site the worker.
import { createStore } from 'zustand/vanilla';
import { sameDefinition } from '../../model/definition.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { RunPlan } from '../../model/run-plan.ts';
import type { Micros } from '../../model/units.ts';
import type { RunChunk } from '../../record/chunk.ts';
import { createRecord, type RunRecord } from '../../record/run-record.ts';
import { type Breakpoint, nextHit } from '../../record/breakpoints.ts';
import { type ForkPlan, freeName, type KeptRun, ORIGINAL, planFork, withoutRun } from '../../forks/kept-runs.ts';

/** Starts a run and hands over its chunks as they come; returns what cancels it. */
export type StartRun = (
  plan: RunPlan,
  onChunk: (chunk: RunChunk) => void,
  onFailure: (message: string) => void,
) => () => void;

/** Virtual seconds a real second; Infinity: to the end at once. */
export const SPEEDS = [0.1, 0.5, 1, 2, 5, 10, 50, 100, 1000, Infinity] as const;

export interface RunState {
  readonly status: 'none' | 'running' | 'done' | 'failed';
  /** What broke the run itself (not the experiment), for `failed`. */
  readonly failure: string | undefined;
  readonly record: RunRecord | undefined;
  /** Counts what was appended to the record, which changes in place. */
  readonly version: number;
  /** The experiment as it was when the run began. */
  readonly experiment: Experiment | undefined;
  /** All that are kept: the original first, each fork after the run it was forked from. */
  readonly runs: readonly KeptRun[];
  /** Which of them is on screen: what stands above is taken from it. */
  readonly shown: number;
  /** Which of them it is compared with; undefined, or the one on screen itself: none. */
  readonly against: number | undefined;
  readonly cursor: Micros;
  readonly playing: boolean;
  readonly speed: number;
  readonly breakpoints: readonly Breakpoint[];
  /** The breakpoint at which playing stopped, until the cursor moves on. */
  readonly stoppedBy: Breakpoint | undefined;
  /** Runs the experiment from the start, and forgets all runs there were; the cursor goes to the beginning. */
  start(experiment: Experiment): void;
  /**
   * Runs what is on screen once more, with something done otherwise, and shows it beside that. The cursor stays, unless
   * nothing is done before it: it then goes on to where the first is.
   */
  fork(plan: ForkPlan): void;
  /** Computes what is on screen once more, after it broke; the other runs stay. */
  retry(): void;
  /** Shows another of the runs. */
  show(id: number): void;
  /** Compares what is on screen with another of the runs; with none. */
  compare(id: number | undefined): void;
  rename(id: number, name: string): void;
  /** Throws a fork away, and what was forked from it. What was compared with it is compared with the original. */
  drop(id: number): void;
  cancel(): void;
  /** Forgets the runs: back to designing. */
  clear(): void;
  /**
   * Moves the cursor, within the run; Infinity: to its end. In a run that is still being computed the cursor goes as far
   * as there is, and on to that time as soon as there is more, unless it is moved elsewhere meanwhile.
   */
  seek(time: Micros): void;
  play(playing: boolean): void;
  setSpeed(speed: number): void;
  setBreakpoints(breakpoints: readonly Breakpoint[]): void;
  /** While playing: moves the cursor on by a span of real time; stops at breakpoints and at the run's end. */
  tick(realMilliseconds: number): void;
}

const NO_RUN = {
  status: 'none',
  failure: undefined,
  record: undefined,
  version: 0,
  experiment: undefined,
  runs: [],
  shown: ORIGINAL,
  against: undefined,
  stoppedBy: undefined,
} satisfies Partial<RunState>;

/**
 * @param pace says when the views hear that the record grew: at once, or (a page, where chunks come faster than they
 * can be drawn) now and then. The first that there is to see and the end of a run are told at once.
 */
export function createRunStore(startRun: StartRun, pace: (publish: () => void) => void = (publish) => publish()) {
  let stop: (() => void) | undefined;
  let lastId = ORIGINAL;
  /** Breakpoints were looked for up to this time. */
  let passed: Micros = -1;
  /** Where the cursor is going, when the run has not been computed that far. */
  let awaited: Micros | undefined;

  return createStore<RunState>()((set, get) => {
    const keptRun = (id: number) => get().runs.find((run) => run.id === id);

    /** Replaces the list of runs; the fields of the one on screen follow. */
    function keep(runs: readonly KeptRun[], shown = get().shown): void {
      const run = runs.find(({ id }) => id === shown);
      if (!run) return;
      const { status, failure, record, experiment } = run;
      set({ runs, shown, status, failure, record, version: record.version, experiment });
    }
    function change(id: number, changed: Partial<KeptRun>): void {
      keep(get().runs.map((run) => (run.id === id ? { ...run, ...changed } : run)));
    }

    function launch(run: KeptRun): void {
      const { id, record } = run;
      const isKept = () => keptRun(id)?.record === record;
      const publish = () => {
        if (!isKept() || get().record !== record) return;
        set({ version: record.version });
        if (awaited !== undefined) get().seek(awaited);
      };
      awaited = undefined;
      // That it begins was told just now; as long as the clock stands still there is nothing more to see.
      pace(() => {});
      const { experiment, interventions, orchestrator } = run;
      stop = startRun(
        { experiment, interventions, orchestrator },
        (chunk) => {
          if (!isKept()) return;
          const stoodStill = record.now === 0;
          record.append(chunk);
          if (chunk.outcome) {
            change(id, { status: 'done' });
            const { shown, cursor } = get();
            if (shown === id && (awaited !== undefined || cursor > record.now)) get().seek(awaited ?? cursor);
          } else if (stoodStill && record.now > 0) publish();
          else pace(publish);
        },
        (message) => {
          if (!isKept()) return;
          change(id, { status: 'failed', failure: message });
          set({ playing: false });
        },
      );
    }

    return {
      ...NO_RUN,
      cursor: 0,
      playing: false,
      speed: 10,
      breakpoints: [],
      start(experiment) {
        stop?.();
        lastId = ORIGINAL;
        passed = -1;
        const run: KeptRun = {
          id: ORIGINAL,
          name: 'Original',
          experiment,
          interventions: [],
          orchestrator: 'nepi',
          parent: undefined,
          record: createRecord(experiment.resources.length),
          status: 'running',
          failure: undefined,
        };
        set({ cursor: 0, stoppedBy: undefined, against: undefined });
        keep([run], ORIGINAL);
        launch(run);
      },
      fork(plan) {
        const parent = keptRun(get().shown);
        if (!parent) return;
        get().cancel();
        const run: KeptRun = {
          ...planFork(parent, plan),
          id: ++lastId,
          name: freeName(get().runs, plan.name),
          parent: parent.id,
          record: createRecord(parent.experiment.resources.length),
          status: 'running',
          failure: undefined,
        };
        set({ playing: false, against: parent.id });
        keep([...get().runs, run], run.id);
        launch(run);
        const first = Math.min(...(plan.interventions ?? []).map(({ time }) => time));
        if (first < Infinity && first > get().cursor) get().seek(first);
      },
      retry() {
        const broken = keptRun(get().shown);
        if (broken?.status !== 'failed') return;
        stop?.();
        const record = createRecord(broken.experiment.resources.length);
        const run: KeptRun = { ...broken, record, status: 'running', failure: undefined };
        keep(get().runs.map((each) => (each === broken ? run : each)));
        launch(run);
      },
      show(id) {
        keep(get().runs, id);
        get().seek(get().cursor);
      },
      compare: (against) => set({ against }),
      rename: (id, name) => change(id, { name }),
      drop(id) {
        const run = keptRun(id);
        if (!run || run.parent === undefined) return;
        if (get().runs.some(({ status }) => status === 'running')) get().cancel();
        const runs = withoutRun(get().runs, id);
        const isLeft = (which: number | undefined) => runs.some((each) => each.id === which);
        const { shown, against } = get();
        if (against !== undefined && !isLeft(against)) set({ against: ORIGINAL });
        keep(runs, isLeft(shown) ? shown : run.parent);
        get().seek(get().cursor);
      },
      cancel() {
        const running = get().runs.find(({ status }) => status === 'running');
        if (!running) return;
        stop?.();
        stop = undefined;
        running.record.cancel();
        change(running.id, { status: 'done' });
        set({ playing: false });
      },
      clear() {
        stop?.();
        stop = undefined;
        set({ ...NO_RUN, cursor: 0, playing: false });
      },
      seek(time) {
        const { record, status, cursor } = get();
        // A fork that is still being run has not come as far as the instant at which it was forked.
        const end = status === 'running' ? Math.max(cursor, record?.now ?? 0) : (record?.now ?? 0);
        awaited = status === 'running' && time > end ? time : undefined;
        const next = Math.min(Math.max(0, Math.round(time)), end);
        // What happens in the very first instant counts when one starts there.
        passed = next === 0 ? -1 : next;
        set({ cursor: next, stoppedBy: undefined });
      },
      play(playing) {
        awaited = undefined;
        set({ playing });
      },
      setSpeed: (speed) => set({ speed }),
      setBreakpoints: (breakpoints) => set({ breakpoints }),
      tick(realMilliseconds) {
        const { playing, speed, cursor, record, status, breakpoints } = get();
        if (!playing || !record) return;
        const time = speed === Infinity ? record.now : Math.min(cursor + realMilliseconds * 1000 * speed, record.now);
        const next = Math.round(time);
        const hit = nextHit(record, breakpoints, passed, next);
        // More may come in the very instant that a run being computed has reached.
        const settled = status === 'running' ? Math.min(next, record.now - 1) : next;
        passed = hit ? hit.time : Math.max(passed, settled);
        if (hit) set({ cursor: hit.time, playing: false, stoppedBy: hit.breakpoint });
        else set({ cursor: next, playing: status === 'running' || next < record.now, stoppedBy: undefined });
      },
    };
  });
}

export type RunStore = ReturnType<typeof createRunStore>;

/** Whether the runs still are those of this experiment. */
export function isCurrent({ runs }: RunState, experiment: Experiment): boolean {
  return runs[0] !== undefined && sameDefinition(runs[0].experiment, experiment);
}
