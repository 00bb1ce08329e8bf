import { useRef } from 'react';
import { SPEEDS } from '../../app/run-store.ts';
import { BreakpointsPopover, StoppedBy } from '../breakpoints/BreakpointsPopover.tsx';
import { useWantedField } from '../inspector/use-wanted-field.ts';
import { useRun, useStudio } from '../studio-context.tsx';
import { TransportBar } from '../timeline/TransportBar.tsx';
import { RunsBar } from '../what-if/RunsBar.tsx';
import { RunsChoice } from '../what-if/RunsChoice.tsx';
import styles from './BottomPanel.module.css';
import { useWorkbench } from './workbench-context.tsx';

/** Play, step and jump; where playing stops. */
export function Transport() {
  const bar = useRef<HTMLDivElement>(null);
  useWantedField(bar);
  const { run } = useStudio();
  const { control } = useWorkbench();
  const { running, playing, cursor, end, speed } = useRun((state) => ({
    running: state.status === 'running',
    playing: state.playing,
    cursor: state.cursor,
    end: state.version >= 0 ? state.record?.now : undefined,
    speed: state.speed,
  }));
  return (
    <div className={styles.transport} ref={bar}>
      <TransportBar
        running={running}
        playing={playing}
        cursor={cursor}
        end={end}
        speed={speed}
        speeds={SPEEDS}
        onPlay={control.play}
        onPause={control.pause}
        onSpeed={(next) => run.getState().setSpeed(next)}
        onNext={() => control.step(1)}
        onPrevious={() => control.step(-1)}
        onFirst={control.toStart}
        onLast={control.toEnd}
        onJump={control.jump}
      />
      <BreakpointsPopover />
      <StoppedBy />
      <RunsBar />
      <RunsChoice />
    </div>
  );
}
