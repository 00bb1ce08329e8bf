import { use, useMemo } from 'react';
import { placeField } from '../../../app/stores/view-store.ts';
import { suggestedTypes } from '../../../catalog/connections.ts';
import { resourcesByGuid } from '../../../model/experiment.ts';
import type { Catalog, ResourceType } from '../../../model/rtype.ts';
import { shownText } from '../../../model/visible-text.ts';
import { creatableTypes } from '../../types/palette-groups.ts';
import { rankTypes } from '../../types/search.ts';
import { SearchList } from '../../fields/SearchList.tsx';
import { useStudio } from '../../context/studio-context.tsx';
import { goBackToWork } from '../../focus/workplace.ts';
import { ResourceIcon } from '../../types/resource-icon.tsx';
import { CatalogContext } from '../card/catalog-context.ts';
import { type Popover, useGraphStore } from '../view/graph-store.ts';
import { addManyEdit, readQuantity } from '../placing/add-many.ts';
import { PopoverFrame } from './PopoverFrame.tsx';
import styles from './popovers.module.css';

/** Asks for a type by name and adds a resource of it; joined to where a wire came from, if there was one. */
export function AddPopover({ popover }: { readonly popover: Extract<Popover, { kind: 'add' }> }) {
  const { document, view, canvas } = useStudio();
  const graph = useGraphStore();
  const catalog = use(CatalogContext);
  const { wire, at } = popover;
  const types = useMemo(
    () => fittingTypes(catalog, wire?.kind === 'connection' ? rtypesOf(document.getState().experiment, wire.from) : []),
    [catalog, document, wire],
  );
  const close = () => graph.getState().set({ popover: undefined });

  return (
    <PopoverFrame at={at} label="Add resource" onClose={close}>
      <div className={styles.add}>
        <SearchList
          label="Type to add"
          placeholder={wire ? 'Add and join: a name, or 20 and a name' : 'Add: a name, or 20 and a name'}
          nothing="No type matches. Try a part of its name, such as “ping”."
          search={(text) => {
            const { count, words } = readQuantity(text);
            return rankTypes(types, words).map(({ rtype }) => ({
              key: `${count} ${rtype}`,
              title: shownText(rtype),
              ...(count > 1 && { before: `${count} ×` }),
              icon: <ResourceIcon catalog={catalog} rtype={rtype} />,
            }));
          }}
          onPick={(key) => {
            const { count, words: rtype } = readQuantity(key);
            const { snap, reading } = view.getState();
            const { experiment } = document.getState();
            const options = { snap, shown: placeField(reading), wire, surroundings: canvas.current?.surroundings() };
            const { edit, guids } = addManyEdit(experiment, { rtype, count }, at, options);
            if (document.getState().apply(edit)) {
              view.getState().select({ guids: new Set(guids) });
              canvas.current?.forgetPointer?.();
              canvas.current?.keepInSight(new Set(guids));
              goBackToWork(canvas.current);
            }
            close();
          }}
        />
      </div>
    </PopoverFrame>
  );
}

const rtypesOf = (experiment: { resources: Parameters<typeof resourcesByGuid>[0] }, guids: readonly number[]) => [
  ...new Set(guids.flatMap((guid) => resourcesByGuid(experiment.resources).get(guid)?.rtype ?? [])),
];

/** The types to choose from: those that fit at the other end of a connection from all of these; all without any. */
function fittingTypes(catalog: Catalog, rtypes: readonly string[]): readonly ResourceType[] {
  const [first, ...others] = rtypes.map((rtype) => suggestedTypes(catalog, rtype));
  const fitting = (first ?? []).filter((type) => others.every((list) => list.includes(type)));
  return fitting.length > 0 ? fitting : creatableTypes(catalog);
}
