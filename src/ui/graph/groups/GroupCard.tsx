import type { NodeProps } from '@xyflow/react';
import { Boxes, Maximize2 } from 'lucide-react';
import { memo } from 'react';
import { foldGroups } from '../../../app/editing/seen-groups.ts';
import { resourcesByGuid } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import { shownText } from '../../../model/visible-text.ts';
import { useProblemsByGuid } from '../../problems/use-problems.ts';
import { useDocument, useSimulating, useStudio, useView } from '../../context/studio-context.tsx';
import { Handles, Mark, StateWord } from '../card/CardParts.tsx';
import { moreId, nameId } from '../card/flow-node.ts';
import { markOf, type ProblemMark, useMarksShown } from '../card/problem-marks.ts';
import styles from '../card/ResourceCard.module.css';
import { shortName } from '../card/short-name.ts';
import { useGraph } from '../view/graph-store.ts';
import { groupPlace } from '../scene/folds.ts';
import type { GroupNode } from './group-node.ts';
import groupStyles from './groups.module.css';
import { summariseTypes } from './summarise.ts';
import { useStatesAtCursor } from './use-states-at-cursor.ts';

/** A collapsed group: its name, how many of what are in it, and during a run the states they are in. */
export const GroupCard = memo(
  function GroupCard({ data: { group, card } }: NodeProps<GroupNode>) {
    const { guids } = group;
    const name = shownText(group.name);
    const studio = useStudio();
    const resources = useDocument((state) => state.experiment.resources);
    const byGuid = resourcesByGuid(resources);
    const contents = summariseTypes(guids.flatMap((guid) => byGuid.get(guid) ?? []));
    const states = useStatesAtCursor(guids);
    const locked = useSimulating();
    const mark = useWorstMark(guids);
    const [selected, dragged, highlighted] = useView(({ selection, dragging, highlight }) => [
      guids.every((guid) => selection.guids.has(guid)),
      guids.some((guid) => dragging?.has(guid)),
      // Some of it selected, in the outline say: pointed out, so that one sees where they are.
      guids.some((guid) => highlight.has(guid) || selection.guids.has(guid)),
    ]);
    const [wired, refused, flashing, isFarther] = useGraph(({ wire, flashing: flash, nearness }) => [
      wire?.target === card && !wire.problem,
      wire?.target === card && wire.problem !== undefined,
      flash === card,
      nearness === 'farther',
    ]);
    const shown = isFarther ? shortName(name, 'farther', states?.state) : undefined;

    return (
      <div
        className={`${styles.card} ${groupStyles.pile}`}
        data-guid={card}
        data-state={states?.state}
        data-selected={selected || undefined}
        data-dragged={dragged || undefined}
        data-highlighted={(highlighted && !selected) || undefined}
        data-wired={wired || undefined}
        data-refused={refused || undefined}
        data-flashing={flashing || undefined}
      >
        <span hidden id={nameId(card)}>
          {`Group ${name}, ${contents}${states ? `: ${states.text}` : ''}`}
        </span>
        <span hidden id={moreId(card)}>
          {['collapsed', selected && 'selected', mark?.text].filter(Boolean).join('. ')}
        </span>
        <span className={styles.icon} aria-hidden>
          <Boxes size={18} />
        </span>
        <span className={styles.words} data-cut aria-hidden>
          <span className={styles.label} data-smaller={shown?.isSmaller || undefined}>
            {shown?.text ?? name}
          </span>
          <span className={styles.type}>{contents}</span>
        </span>
        <button
          type="button"
          className={groupStyles.toggle}
          data-canvas-ui
          tabIndex={-1}
          aria-label={`Expand ${name}`}
          title="Expand (G)"
          onClick={() => foldGroups(studio, [groupPlace(card)], false)}
        >
          <Maximize2 size={13} aria-hidden />
        </button>
        {states && <StateWord state={states.state} text={states.text} />}
        {mark && <Mark mark={mark} />}
        {!locked && <Handles connectHint="Drag to connect all of them" />}
      </div>
    );
  },
  (a, b) => a.data === b.data,
);

/** The gravest problem of them all, and how many more there are. */
function useWorstMark(guids: readonly Guid[]): ProblemMark | undefined {
  const byGuid = useProblemsByGuid();
  const shown = useMarksShown();
  return shown ? markOf(guids.flatMap((guid) => byGuid.get(guid) ?? [])) : undefined;
}
