import { memo, useMemo, useRef } from 'react';
import { SPEEDS } from '../../app/stores/run-store.ts';
import type { Micros } from '../../model/units.ts';
import { BreakpointsPopover, StoppedBy } from '../breakpoints/BreakpointsPopover.tsx';
import { useWantedField } from '../context/use-wanted-field.ts';
import { useDocument, useRun, useStudio } from '../context/studio-context.tsx';
import { TimeField } from '../timeline/TimeField.tsx';
import { TransportBar } from '../timeline/TransportBar.tsx';
import { beyondRun } from '../what-if/beyond-run.ts';
import { RunsBar } from '../what-if/RunsBar.tsx';
import { RunsChoice } from '../what-if/RunsChoice.tsx';
import styles from './BottomPanel.module.css';
import { useWorkbench } from '../context/workbench-context.tsx';

// The same elements each time: they follow the run by themselves, and needn't be drawn again with the bar.
const TIME = <TransportTime />;
const BESIDE = (
  <>
    <BreakpointsPopover />
    <StoppedBy />
    <RunsBar />
    <RunsChoice />
  </>
);

/** Play, step and jump; where playing stops. */
export const Transport = memo(function Transport() {
  const bar = useRef<HTMLDivElement>(null);
  useWantedField(bar);
  const { run } = useStudio();
  const { control } = useWorkbench();
  const { playing, atStart, atEnd, speed } = useRun(({ record, cursor, status, ...state }) => ({
    playing: state.playing,
    atStart: !record || cursor <= 0,
    atEnd: !record || (cursor >= record.now && status !== 'running'),
    speed: state.speed,
  }));
  const canPlay = useDocument((state) => state.experiment.resources.length > 0);
  const acts = useMemo(
    () => ({
      onPlay: control.play,
      onPause: control.pause,
      onSpeed: (next: number) => run.getState().setSpeed(next),
      onNext: () => control.step(1),
      onPrevious: () => control.step(-1),
      onFirst: control.toStart,
      onLast: control.toEnd,
    }),
    [control, run],
  );
  return (
    <div className={styles.transport} ref={bar}>
      <TransportBar
        playing={playing}
        canPlay={canPlay}
        atStart={atStart}
        atEnd={atEnd}
        speed={speed}
        speeds={SPEEDS}
        {...acts}
        time={TIME}
      />
      {BESIDE}
    </div>
  );
});

function TransportTime() {
  const { run, notices } = useStudio();
  const { control } = useWorkbench();
  const [cursor, end] = useRun(({ cursor, record }) => [cursor, record?.now] as const);
  const jump = (time: Micros) => {
    control.jump(time);
    const { record, experiment } = run.getState();
    // To the end it goes in silence, and beyond it not at all.
    const beyond = record && experiment && time > record.now ? beyondRun(record, experiment, time) : undefined;
    if (beyond) notices.say(beyond.canIntervene ? `${beyond.text} What if… can still do something then.` : beyond.text);
  };
  return <TimeField cursor={cursor} end={end} onJump={jump} />;
}
