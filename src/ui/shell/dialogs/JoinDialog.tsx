import { withUserTypes } from '../../../model/rtype.ts';
import type { Guid } from '../../../model/units.ts';
import { allowedConnections, wireProblem } from '../../graph/pointer/wire-rules.ts';
import { newCondition } from '../../inspector/condition-draft.ts';
import { useDocument, useStudio, useView } from '../../studio-context.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { ResourceIcon } from '../../widgets/resource-icon.tsx';
import { findResources } from '../find-resources.ts';
import { SearchList } from '../SearchList.tsx';

const TITLES = {
  connection: 'Connect the selection to',
  condition: 'Let the selection wait for',
} as const;
const MOST_FOUND = 100;

/** Ties all that is selected to a resource that is picked by name: connections, or one condition; one undo step. */
export function JoinDialog({ kind, onClose }: { readonly kind: keyof typeof TITLES; readonly onClose: () => void }) {
  const { document, view, catalog } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const selected = useView((state) => state.selection.guids);
  const types = withUserTypes(catalog, experiment.types);
  const from = [...selected];

  function join(target: Guid) {
    onClose();
    if (kind === 'connection') {
      const connections = allowedConnections(experiment, types, from, target);
      document.getState().apply({ kind: 'connect', connections });
      return;
    }
    const condition = newCondition(from, [target]);
    if (!document.getState().apply({ kind: 'add-condition', condition })) return;
    // What it says beside START and STARTED is changed where it is shown.
    view.getState().select({ conditions: new Set([experiment.conditions.length]) });
    view.getState().fold('inspector', false);
  }

  return (
    <Dialog open onClose={onClose} title={TITLES[kind]} bare>
      <SearchList
        label={TITLES[kind]}
        placeholder={`${TITLES[kind]}…  label, guid, type or attribute`}
        nothing="No other resource has all these words."
        search={(text) =>
          findResources(experiment, text)
            .filter(({ resource }) => !selected.has(resource.guid))
            .slice(0, MOST_FOUND)
            .map((item) => ({
              ...item,
              icon: <ResourceIcon catalog={types} rtype={item.resource.rtype} />,
              disabled: wireProblem(experiment, types, { kind, from }, item.resource.guid) !== undefined,
            }))
        }
        onPick={(_key, { resource }) => join(resource.guid)}
      />
    </Dialog>
  );
}
