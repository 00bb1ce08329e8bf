import { CopyCheck } from 'lucide-react';
import type { Guid } from '../../../model/units.ts';
import { useDocument, useStudio } from '../../studio-context.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { ResourceIcon } from '../../widgets/resource-icon.tsx';
import { findResources } from '../find-resources.ts';
import { SearchList } from '../SearchList.tsx';

/** More would not be read. */
const MOST_FOUND = 100;

/**
 * Finds resources by label, guid, type or attribute; picking one selects it and brings it into sight. The last entry
 * selects all that were found.
 */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, canvas, catalog } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const select = (guids: readonly Guid[]) => {
    onClose();
    view.getState().select({ guids: new Set(guids) });
    if (guids[0] !== undefined) canvas.current?.reveal(guids[0]);
  };
  return (
    <Dialog open onClose={onClose} title="Find a resource" bare>
      <SearchList
        label="Find a resource"
        placeholder="Label, guid, type or attribute"
        nothing={experiment.resources.length ? 'No resource has all these words.' : 'There are no resources yet.'}
        search={(text) => {
          const found = findResources(experiment, text);
          const items = found.slice(0, MOST_FOUND).map((item) => ({
            ...item,
            icon: <ResourceIcon catalog={catalog} rtype={item.resource.rtype} />,
            pick: () => select([item.resource.guid]),
          }));
          if (text.trim() === '' || found.length < 2) return items;
          const all = {
            key: 'all',
            title: `Select all ${found.length}`,
            icon: <CopyCheck aria-hidden />,
            pick: () => select(found.map(({ resource }) => resource.guid)),
          };
          return [...items, all];
        }}
        onPick={(_key, item) => item.pick()}
      />
    </Dialog>
  );
}
