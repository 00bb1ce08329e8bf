// The run's views are drawn from what they are given; here they are tied to the stores.
import { useCallback, useMemo, useRef } from 'react';
import type { TimelineShown } from '../../app/stores/view-store.ts';
import type { Guid } from '../../model/units.ts';
import { breakpointMarks } from '../breakpoints/breakpoint-marks.ts';
import { useWantedField } from '../context/use-wanted-field.ts';
import { EventLog } from '../log/EventLog.tsx';
import { useRun, useStudio, useView } from '../context/studio-context.tsx';
import type { CursorSource } from '../timeline/cursor-source.ts';
import { Timeline, type TimelineProps } from '../timeline/Timeline.tsx';
import { Compare } from '../what-if/Compare.tsx';
import { PathNote } from '../what-if/PathNote.tsx';
import { useTwoRuns } from '../what-if/use-comparison.ts';
import { whatIfEntries } from '../what-if/what-if-commands.ts';
import { ContextMenu } from '../widgets/ContextMenu.tsx';
import styles from './BottomPanel.module.css';
import { useLanes, usePolls, useRunName, useRunScript } from '../run/run-lanes.ts';
import { Transport } from './Transport.tsx';
import { useWorkbench } from '../context/workbench-context.tsx';

export function TimelinePanel() {
  const studio = useStudio();
  const shared = useRunViewProps();
  const cursor = useCursorSource();
  const script = useRunScript();
  const polls = usePolls();
  const { name, caption } = useRunName();
  const breakpoints = useRun((state) => state.breakpoints);
  const two = useTwoRuns();
  const { record, version, onSelect } = shared;
  const shown = useView((state) => state.timeline);
  const onShow = useCallback((next: TimelineShown) => studio.view.getState().set({ timeline: next }), [studio]);
  const picture = useRef<HTMLDivElement>(null);
  useWantedField(picture);
  const hovered = useRef<Guid>(undefined);
  const marks = useMemo(
    () => (record ? breakpointMarks(record, breakpoints) : []),
    // The record grows in place: `version` stands for its content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [record, version, breakpoints],
  );
  const timeline: TimelineProps = {
    ...shared,
    cursor,
    shown,
    onShow,
    script,
    name,
    caption,
    memory: name,
    polls,
    marks,
    onHover: (guid) => (hovered.current = guid),
    onProblem: (message) => studio.notices.say(message, { kind: 'problem' }),
  };
  return (
    <div className={styles.run}>
      <Transport />
      <ContextMenu
        entries={() => whatIfEntries(studio, studio.commands)}
        onOpen={() => {
          const guid = hovered.current;
          if (guid !== undefined && !shared.selection.has(guid)) onSelect(guid, false);
        }}
      >
        <div className={styles.picture} ref={picture}>
          {two ? <Compare runs={two} timeline={timeline} /> : <Timeline {...timeline} pathNote={<PathNote />} />}
        </div>
      </ContextMenu>
    </div>
  );
}

export function LogPanel() {
  const shared = useRunViewProps();
  const cursor = useRun((state) => state.cursor);
  const script = useRunScript();
  return (
    <div className={styles.run}>
      <Transport />
      <div className={styles.picture}>
        <EventLog {...shared} cursor={cursor} script={script} />
      </div>
    </div>
  );
}

function useRunViewProps() {
  const { view } = useStudio();
  const { control } = useWorkbench();
  const { record, version } = useRun((state) => ({ record: state.record, version: state.version }));
  const selection = useView((state) => state.selection.guids);
  const lanes = useLanes();
  const onSelect = useCallback(
    (guid: Guid, additive: boolean) => {
      if (additive) view.getState().toggle(guid);
      else view.getState().select({ guids: new Set([guid]) });
    },
    [view],
  );
  const onSelectAll = useCallback(
    (guids: readonly Guid[]) => view.getState().select({ guids: new Set(guids) }),
    [view],
  );
  return { record, version, selection, lanes, onCursor: control.jump, onSelect, onSelectAll };
}

function useCursorSource(): CursorSource {
  const { run } = useStudio();
  return useMemo(() => ({ now: () => run.getState().cursor, subscribe: run.subscribe }), [run]);
}
