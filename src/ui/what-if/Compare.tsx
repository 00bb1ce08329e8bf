import { useCallback, useEffect, useMemo, useState } from 'react';
import type { TwoRuns } from '../../forks/kept-runs.ts';
import { NOTHING_BESIDE, type TimelineShown } from '../../app/stores/view-store.ts';
import { valueWords } from '../../model/secrets.ts';
import { joinPolls, secondPath } from '../../record/joined-runs.ts';
import { captionOf, usePollsOf } from '../run/run-lanes.ts';
import { useStudio, useView } from '../context/studio-context.tsx';
import type { TimelineMark } from '../timeline/draw-marks.ts';
import type { Lane } from '../run/lane.ts';
import { labelsOf } from '../timeline/lane-text.ts';
import { Timeline, type TimelineProps } from '../timeline/Timeline.tsx';
import { Differences } from './Differences.tsx';
import { interventionText } from './intervention-text.ts';
import { type Comparison, useComparison } from './use-comparison.ts';
import styles from './WhatIf.module.css';

const NO_MARKS: readonly TimelineMark[] = [];
/** More lanes than this, and only those that differ are shown at first. */
const MANY = 16;

/** Two runs: each lane of the one above that of the other, where they part, and the differences as a table. */
export function Compare({
  runs,
  timeline,
}: {
  readonly runs: TwoRuns;
  /** As for the run on screen alone. */
  readonly timeline: TimelineProps;
}) {
  const comparison = useComparison(runs);
  if (!comparison) return <Timeline {...timeline} />;
  return (
    <Compared key={`${runs.before.id} ${runs.after.id}`} runs={runs} timeline={timeline} comparison={comparison} />
  );
}

function Compared({
  runs: { before, after },
  timeline,
  comparison,
}: {
  readonly runs: TwoRuns;
  readonly timeline: TimelineProps;
  readonly comparison: Comparison;
}) {
  const { lanes, onSelect, onSelectAll, onHover, selection, marks: breakpoints = NO_MARKS } = timeline;
  const { joined, firstOf, divergence, resources } = comparison;
  const { record, secondOf, secondScript } = joined;
  const [onlyDifferent, setOnlyDifferent] = useState(lanes.length > MANY && resources.length > 0);
  const { view, catalog } = useStudio();
  const shown = useView((state) => state.compared);
  const asksWhy = useView((state) => state.wantedField === 'run.why');
  /** Whether what is selected is the lane of the run on screen, or the one above. */
  const [ofSecond, setOfSecond] = useState(true);
  const different = useMemo(() => new Set(resources.map(({ guid }) => guid)), [resources]);
  // It is told of lanes on screen.
  if (asksWhy && onlyDifferent && ![...selection].every((guid) => different.has(guid))) setOnlyDifferent(false);

  const pairs = useMemo(
    () =>
      lanes
        .filter(({ guid }) => !onlyDifferent || different.has(guid))
        .flatMap((lane): readonly Lane[] => [
          lane,
          {
            ...lane,
            guid: secondOf.get(lane.guid) ?? lane.guid,
            label: `↳ ${lane.label}`,
            ...(lane.group && { group: { ...lane.group, name: `↳ ${lane.group.name}` } }),
          },
        ]),
    [lanes, different, secondOf, onlyDifferent],
  );
  const selected = useMemo(
    () => (ofSecond ? new Set([...selection].map((guid) => secondOf.get(guid) ?? guid)) : selection),
    [selection, ofSecond, secondOf],
  );
  const onShow = useCallback((next: TimelineShown) => view.getState().set({ compared: next }), [view]);
  // The next two begin with their differences.
  useEffect(() => () => view.getState().set({ compared: NOTHING_BESIDE }), [view]);
  const labelOf = useMemo(() => labelsOf(lanes), [lanes]);
  const [firstPolls, secondPolls] = [usePollsOf(before), usePollsOf(after)];
  const polls = useMemo(() => joinPolls(firstPolls, secondPolls, joined), [firstPolls, secondPolls, joined]);
  const pathOf = useCallback(() => secondPath(after.record, joined), [after.record, joined]);
  const interventions = useMemo(
    () => [...new Set([...before.interventions, ...after.interventions])],
    [before.interventions, after.interventions],
  );
  const { conditions } = after.experiment;
  const printValue = useMemo(() => valueWords(after.experiment, catalog), [after.experiment, catalog]);
  const marks = useMemo(
    (): readonly TimelineMark[] => [
      ...breakpoints,
      ...interventions.map((intervention) => ({
        time: intervention.time,
        kind: 'intervention' as const,
        label: interventionText(intervention, { labelOf, printValue, conditions, longest: record.now }),
      })),
      ...(divergence === undefined
        ? []
        : [{ time: divergence, kind: 'divergence' as const, label: 'first difference' }]),
    ],
    [breakpoints, interventions, conditions, divergence, labelOf, printValue, record],
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
          shown={shown}
          onShow={onShow}
          selection={selected}
          onSelect={(guid, additive) => {
            setOfSecond(firstOf.has(guid));
            onSelect(firstOf.get(guid) ?? guid, additive);
          }}
          onSelectAll={(guids) => {
            setOfSecond(guids.every((guid) => firstOf.has(guid)));
            onSelectAll([...new Set(guids.map((guid) => firstOf.get(guid) ?? guid))]);
          }}
          onHover={(guid) => onHover?.(guid === undefined ? undefined : (firstOf.get(guid) ?? guid))}
          caption={captionOf(after.experiment, `${before.name} above ${after.name}`)}
          memory={undefined}
          polls={polls}
          secondScript={secondScript}
          pathOf={pathOf}
          pictureOnly
        />
      </div>
      <Differences
        before={before}
        after={after}
        comparison={comparison}
        labelOf={labelOf}
        onlyDifferent={onlyDifferent}
        onOnlyDifferent={setOnlyDifferent}
      />
    </div>
  );
}
