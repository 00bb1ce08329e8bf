import { memo, useDeferredValue, useMemo } from 'react';
import { type Resource, resourceLabel } from '../../../model/experiment.ts';
import type { State } from '../../../model/state.ts';
import { shownText } from '../../../model/visible-text.ts';
import { stateAt } from '../../../record/state-spans.ts';
import { useSimulated, useView } from '../../context/studio-context.tsx';
import { useGraph } from '../view/graph-store.ts';
import type { Scene } from '../scene/scene.ts';
import styles from './Overview.module.css';

/** Of more resources only those around the one that has the focus are there, each saying which of how many it is. */
const MOST_NAMES = 1000;

/**
 * The names of drawn cards, for who hears the page or works with keys: one stop for Tab, Alt and arrows go on from it as
 * they do from card to card.
 */
export const OverviewNames = memo(function OverviewNames({ scene }: { readonly scene: Scene }) {
  const { resources } = scene.experiment;
  const focused = useGraph((state) => state.focused);
  const selected = useDeferredValue(useView((state) => state.selection.guids));
  // While a run plays nobody can follow so many; where it stops, their states are told.
  const [record, cursor] = useSimulated((run) => (run.playing ? undefined : ([run.record, run.cursor] as const))) ?? [];

  const active = focused ?? [...selected][0] ?? resources[0]?.guid;
  const from =
    resources.length > MOST_NAMES
      ? Math.max(0, resources.findIndex(({ guid }) => guid === active) - MOST_NAMES / 2)
      : 0;
  // Where a run begins they are as they were, and a thousand are not even compared.
  return useMemo(
    () => (
      <ul className={styles.names} aria-label="Resources on the canvas">
        {resources.slice(from, from + MOST_NAMES).map((resource, index) => (
          <Name
            key={resource.guid}
            resource={resource}
            active={resource.guid === active}
            selected={selected.has(resource.guid)}
            place={from + index + 1}
            of={resources.length}
            state={record && cursor !== undefined ? stateAt(record, resource.guid, cursor) : undefined}
          />
        ))}
      </ul>
    ),
    [resources, from, active, selected, record, cursor],
  );
});

const Name = memo(function Name(props: {
  readonly resource: Resource;
  readonly active: boolean;
  readonly selected: boolean;
  readonly place: number;
  readonly of: number;
  readonly state: State | undefined;
}) {
  const { resource, active, selected, place, of, state } = props;
  const { guid, rtype } = resource;
  return (
    <li
      // A stop for the keys as a card is one, which has the same role and name.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={active ? 0 : -1}
      data-name={guid}
      aria-roledescription="resource"
      aria-label={`${resourceLabel(resource)}, ${shownText(rtype)}, guid ${guid}${state ? `, ${state}` : ''}`}
      aria-current={selected || undefined}
      aria-posinset={place}
      aria-setsize={of}
    />
  );
});
