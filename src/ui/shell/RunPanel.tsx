// The run's views are drawn from what they are given; here they are tied to the stores.
import { useCallback } from 'react';
import { SPEEDS } from '../../app/run-store.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { EventLog } from '../log/EventLog.tsx';
import { useRun, useStudio, useView } from '../studio-context.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { TransportBar } from '../timeline/TransportBar.tsx';
import styles from './BottomPanel.module.css';
import { useLanes, useRunName, useRunScript } from './run-lanes.ts';
import { useWorkbench } from './workbench-context.tsx';

export function TimelinePanel() {
  const shared = useRunViewProps();
  const script = useRunScript();
  const { name, caption } = useRunName();
  const { notices } = useStudio();
  return (
    <div className={styles.run}>
      <Transport />
      <div className={styles.picture}>
        <Timeline
          {...shared}
          script={script}
          name={name}
          caption={caption}
          onProblem={(message) => notices.say(message, { kind: 'problem' })}
        />
      </div>
    </div>
  );
}

export function LogPanel() {
  const shared = useRunViewProps();
  const script = useRunScript();
  return (
    <div className={styles.run}>
      <Transport />
      <div className={styles.picture}>
        <EventLog {...shared} script={script} />
      </div>
    </div>
  );
}

/** Moving the cursor by hand ends playing: one can't hold on to what runs on. */
function useRunViewProps() {
  const { run, view } = useStudio();
  const { record, version, cursor } = useRun((state) => ({
    record: state.record,
    version: state.version,
    cursor: state.cursor,
  }));
  const selection = useView((state) => state.selection.guids);
  const lanes = useLanes();
  const onCursor = useCallback(
    (time: Micros) => {
      run.getState().play(false);
      run.getState().seek(time);
    },
    [run],
  );
  const onSelect = useCallback(
    (guid: Guid, additive: boolean) => {
      if (additive) view.getState().toggle(guid);
      else view.getState().select({ guids: new Set([guid]) });
    },
    [view],
  );
  return { record, version, cursor, selection, lanes, onCursor, onSelect };
}

function Transport() {
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
    <div className={styles.transport}>
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
        onJump={(time) => {
          control.pause();
          run.getState().seek(time);
        }}
      />
    </div>
  );
}
