import type { Guid } from '../../../model/units.ts';
import { withUserTypes } from '../../../model/rtype.ts';
import { useDocument, useStudio } from '../../context/studio-context.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { findTargets } from '../../fields/find-targets.ts';
import { SearchList } from '../../fields/SearchList.tsx';
import { TargetIcon } from '../../fields/TargetIcon.tsx';

/**
 * Finds resources by label, guid, type or attribute, and groups by name; picking one selects it and brings it into
 * sight. The last entry selects all that were found.
 */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, canvas, catalog } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const types = withUserTypes(catalog, experiment.types);
  const select = (guids: readonly Guid[]) => {
    onClose();
    view.getState().select({ guids: new Set(guids) });
    if (guids[0] !== undefined) canvas.current?.reveal(guids[0]);
  };
  return (
    <Dialog open onClose={onClose} title="Find a resource" bare>
      <SearchList
        label="Find a resource"
        placeholder="Label, guid, type, attribute or group"
        nothing={
          experiment.resources.length ? 'No resource or group has all these words.' : 'There are no resources yet.'
        }
        search={(text) =>
          findTargets(experiment, catalog, text).map((target) => ({
            ...target,
            ...(target.kind === 'all' && { title: `Select all ${target.guids.length}` }),
            icon: <TargetIcon catalog={types} target={target} />,
          }))
        }
        onPick={(_key, { guids }) => select(guids)}
      />
    </Dialog>
  );
}
