import { useMemo, useState } from 'react';
import type { Guid } from '../../model/units.ts';
import type { TimelineMark } from '../timeline/draw-marks.ts';
import type { Lane } from '../timeline/lane.ts';
import { Timeline, type TimelineProps } from '../timeline/Timeline.tsx';
import { Differences } from './Differences.tsx';
import { interventionText } from './intervention-text.ts';
import { type Comparison, type ForkOnScreen, useComparison } from './use-comparison.ts';
import styles from './WhatIf.module.css';

const NO_MARKS: readonly TimelineMark[] = [];
/** More lanes than this, and only those that differ are shown at first. */
const MANY = 16;

/** A fork beside its original: each lane above what became of it, where they part, and the differences as a table. */
export function Compare({
  runs,
  timeline,
}: {
  readonly runs: ForkOnScreen;
  /** As for the fork alone. */
  readonly timeline: TimelineProps;
}) {
  const comparison = useComparison(runs);
  if (!comparison) return <Timeline {...timeline} />;
  return <Compared key={runs.fork.id} runs={runs} timeline={timeline} comparison={comparison} />;
}

function Compared({
  runs: { original, fork },
  timeline,
  comparison,
}: {
  readonly runs: ForkOnScreen;
  readonly timeline: TimelineProps;
  readonly comparison: Comparison;
}) {
  const { lanes, onSelect, onSelectAll, onHover, selection, marks: breakpoints = NO_MARKS } = timeline;
  const { record, forkOf, originalOf, divergence, resources } = comparison;
  const [onlyDifferent, setOnlyDifferent] = useState(lanes.length > MANY && resources.length > 0);
  /** Whether what is selected is the fork's lane or the original's. */
  const [ofFork, setOfFork] = useState(true);

  const pairs = useMemo(() => {
    const different = new Set(resources.map(({ guid }) => guid));
    return lanes
      .filter(({ guid }) => !onlyDifferent || different.has(guid))
      .flatMap((lane): readonly Lane[] => [
        lane,
        { ...lane, guid: forkOf.get(lane.guid) ?? lane.guid, label: `↳ ${lane.label}` },
      ]);
  }, [lanes, resources, forkOf, onlyDifferent]);
  const selected = useMemo(
    () => (ofFork ? new Set([...selection].map((guid) => forkOf.get(guid) ?? guid)) : selection),
    [selection, ofFork, forkOf],
  );
  const labelOf = useMemo(() => {
    const labels = new Map(lanes.map(({ guid, label }) => [guid, label]));
    return (guid: Guid) => labels.get(guid) ?? `guid ${guid}`;
  }, [lanes]);
  const { interventions } = fork;
  const { conditions } = fork.experiment;
  const marks = useMemo(
    (): readonly TimelineMark[] => [
      ...breakpoints,
      ...interventions.map((intervention) => ({
        time: intervention.time,
        kind: 'intervention' as const,
        label: interventionText(intervention, { labelOf, conditions }),
      })),
      ...(divergence === undefined
        ? []
        : [{ time: divergence, kind: 'divergence' as const, label: 'first difference' }]),
    ],
    [breakpoints, interventions, conditions, divergence, labelOf],
  );

  return (
    <div className={styles.compare}>
      <div className={styles.timelines}>
        <Timeline
          {...timeline}
          record={record}
          version={record.version}
          lanes={pairs}
          marks={marks}
          selection={selected}
          onSelect={(guid, additive) => {
            setOfFork(originalOf.has(guid));
            onSelect(originalOf.get(guid) ?? guid, additive);
          }}
          onSelectAll={(guids) => {
            setOfFork(guids.every((guid) => originalOf.has(guid)));
            onSelectAll([...new Set(guids.map((guid) => originalOf.get(guid) ?? guid))]);
          }}
          onHover={(guid) => onHover?.(guid === undefined ? undefined : (originalOf.get(guid) ?? guid))}
          caption={`${timeline.caption ?? fork.name}: each lane above what if, ${fork.name}`}
          memory={undefined}
          pictureOnly
        />
      </div>
      <Differences
        original={original}
        fork={fork}
        comparison={comparison}
        labelOf={labelOf}
        onlyDifferent={onlyDifferent}
        onOnlyDifferent={setOnlyDifferent}
      />
    </div>
  );
}
