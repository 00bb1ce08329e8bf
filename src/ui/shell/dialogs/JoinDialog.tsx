import { useState } from 'react';
import { withUserTypes } from '../../../model/rtype.ts';
import type { Guid } from '../../../model/units.ts';
import { allowedConnections, wireProblemAt } from '../../graph/pointer/wire-rules.ts';
import { NewConditionForm } from '../../fields/NewConditionForm.tsx';
import { useDocument, useStudio, useView } from '../../context/studio-context.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { findTargets } from '../../fields/find-targets.ts';
import { SearchList } from '../../fields/SearchList.tsx';
import { TargetIcon } from '../../fields/TargetIcon.tsx';

const TITLES = {
  connection: 'Connect the selection to',
  condition: 'Let the selection wait for',
} as const;

/**
 * Ties all that is selected to a resource or a group that is picked by name, or to all that were found: connections,
 * or one condition, whose action, state and time are asked for then; one undo step.
 */
export function JoinDialog({ kind, onClose }: { readonly kind: keyof typeof TITLES; readonly onClose: () => void }) {
  const { document, catalog } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const selected = useView((state) => state.selection.guids);
  const types = withUserTypes(catalog, experiment.types);
  const from = [...selected];
  const [awaited, setAwaited] = useState<readonly Guid[]>();

  function join(targets: readonly Guid[]) {
    if (kind === 'condition') return setAwaited(targets);
    onClose();
    const connections = targets.flatMap((target) => allowedConnections(experiment, types, from, target));
    document.getState().apply({ kind: 'connect', connections });
  }
  const search = (text: string) =>
    findTargets(experiment, catalog, text, { mayBe: (guid) => !selected.has(guid) }).map((target) => ({
      ...target,
      icon: <TargetIcon catalog={types} target={target} />,
      disabled: wireProblemAt(experiment, types, { kind, from }, target.guids) !== undefined,
    }));

  return (
    <Dialog open onClose={onClose} title={awaited ? 'New condition' : TITLES[kind]} bare={awaited === undefined}>
      {awaited ? (
        <NewConditionForm resources={from} group={awaited} onClose={onClose} />
      ) : (
        <SearchList
          label={TITLES[kind]}
          placeholder={`${TITLES[kind]}…  label, guid, type, attribute or group`}
          nothing="No other resource or group has all these words."
          search={search}
          onPick={(_key, { guids }) => join(guids)}
        />
      )}
    </Dialog>
  );
}
