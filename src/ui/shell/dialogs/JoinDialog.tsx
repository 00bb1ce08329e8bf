import { withUserTypes } from '../../../model/rtype.ts';
import type { Guid } from '../../../model/units.ts';
import { allowedConnections, wireProblemAt } from '../../graph/pointer/wire-rules.ts';
import { newCondition } from '../../inspector/condition-draft.ts';
import { useDocument, useStudio, useView } from '../../studio-context.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { findTargets } from '../find-targets.ts';
import { SearchList } from '../SearchList.tsx';
import { TargetIcon } from '../TargetIcon.tsx';

const TITLES = {
  connection: 'Connect the selection to',
  condition: 'Let the selection wait for',
} as const;

/**
 * Ties all that is selected to a resource or a group that is picked by name, or to all that were found: connections,
 * or one condition; one undo step.
 */
export function JoinDialog({ kind, onClose }: { readonly kind: keyof typeof TITLES; readonly onClose: () => void }) {
  const { document, view, catalog } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const selected = useView((state) => state.selection.guids);
  const types = withUserTypes(catalog, experiment.types);
  const from = [...selected];

  function join(targets: readonly Guid[]) {
    onClose();
    if (kind === 'connection') {
      const connections = targets.flatMap((target) => allowedConnections(experiment, types, from, target));
      document.getState().apply({ kind: 'connect', connections });
      return;
    }
    const condition = newCondition(from, targets);
    if (!document.getState().apply({ kind: 'add-condition', condition })) return;
    // What it says beside START and STARTED is changed where it is shown.
    view.getState().select({ conditions: new Set([experiment.conditions.length]) });
    view.getState().fold('inspector', false);
  }

  const search = (text: string) =>
    findTargets(experiment, text, { mayBe: (guid) => !selected.has(guid) }).map((target) => ({
      ...target,
      icon: <TargetIcon catalog={types} target={target} />,
      disabled: wireProblemAt(experiment, types, { kind, from }, target.guids) !== undefined,
    }));

  return (
    <Dialog open onClose={onClose} title={TITLES[kind]} bare>
      <SearchList
        label={TITLES[kind]}
        placeholder={`${TITLES[kind]}…  label, guid, type, attribute or group`}
        nothing="No other resource or group has all these words."
        search={search}
        onPick={(_key, { guids }) => join(guids)}
      />
    </Dialog>
  );
}
