import type { NodeProps } from '@xyflow/react';
import { memo, use } from 'react';
import { resourceLabel } from '../../../model/experiment.ts';
import { shownText } from '../../../model/visible-text.ts';
import { useView } from '../../context/studio-context.tsx';
import { ResourceIcon } from '../../types/resource-icon.tsx';
import { useGraph } from '../view/graph-store.ts';
import { CARD } from '../scene/card-size.ts';
import { cutToFit, textWidth } from '../scene/text-width.ts';
import { Handles, Mark, StateWord } from './CardParts.tsx';
import { CatalogContext } from './catalog-context.ts';
import { moreId, nameId, type ResourceNode } from './flow-node.ts';
import { useProblemMark } from './problem-marks.ts';
import styles from './ResourceCard.module.css';
import { shortName } from './short-name.ts';
import { shortType } from './short-type.ts';
import { useStateAtCursor } from './use-state-at-cursor.ts';

/** Px of a card that are not for words: borders, paddings, the icon, and the gaps at its sides. */
const BESIDE_WORDS = 2 + 24 + 36 + 24;

/** Px that label and type have beside the guid. */
const wordsRoom = (guid: number) => CARD.width - BESIDE_WORDS - textWidth(String(guid), 11);

/** A resource on the canvas: icon, label, type, guid, and during a run its state by colour and word. */
export const ResourceCard = memo(
  function ResourceCard({ data: { resource } }: NodeProps<ResourceNode>) {
    const { guid, rtype } = resource;
    const catalog = use(CatalogContext);
    const state = useStateAtCursor(guid);
    const mark = useProblemMark(guid);
    const [selected, dragged, highlighted, editable] = useView(({ selection, dragging, highlight, mode }) => [
      selection.guids.has(guid),
      dragging?.has(guid) ?? false,
      highlight.has(guid),
      mode === 'design',
    ]);
    const [wired, refused, flashing, pointedAt, nearness] = useGraph(({ wire, flashing: flash, ...graph }) => [
      wire?.target === guid && !wire.problem,
      wire?.target === guid && wire.problem !== undefined,
      flash === guid,
      graph.hoveredCard === guid || graph.focused === guid,
      graph.nearness,
    ]);
    const label = resourceLabel(resource);
    const room = wordsRoom(guid);
    const name = nearness === 'near' ? undefined : shortName(label, nearness, state);
    const unknown = catalog.get(rtype) === undefined;

    return (
      <div
        className={styles.card}
        data-guid={guid}
        data-state={state}
        data-selected={selected || undefined}
        data-dragged={dragged || undefined}
        data-highlighted={highlighted || undefined}
        data-wired={wired || undefined}
        data-refused={refused || undefined}
        data-flashing={flashing || undefined}
        data-unknown={unknown || undefined}
      >
        <span hidden id={nameId(guid)}>
          {`${label}, ${shownText(rtype)}, guid ${guid}${state ? `, ${state}` : ''}`}
        </span>
        <span hidden id={moreId(guid)}>
          {[selected && 'selected', mark?.text].filter(Boolean).join('. ')}
        </span>
        <span className={styles.icon} aria-hidden>
          <ResourceIcon catalog={catalog} rtype={rtype} size={18} />
        </span>
        {/* Farther away names are larger, in up to two lines, and the browser cuts what is still too long. */}
        <span className={styles.words} data-cut={name !== undefined || undefined} aria-hidden>
          <span className={styles.label} data-smaller={name?.isSmaller || undefined}>
            {name?.text ?? cutToFit(label, room, 13, 600)}
          </span>
          <span className={styles.type}>{cutToFit(shortType(rtype), room, 11)}</span>
        </span>
        <span className={styles.side} aria-hidden>
          <span className={styles.guid}>{guid}</span>
        </span>
        {state && <StateWord state={state} text={state} />}
        {mark && <Mark mark={mark} />}
        {/* Calm until the card is pointed at, selected or has the focus. */}
        {(pointedAt || selected) && !dragged && editable && <Handles connectHint="Drag to connect" />}
      </div>
    );
  },
  // Where a card stands is React Flow's business.
  (a, b) => a.data === b.data,
);
