import type { State } from '../../../model/state.ts';
import type { Guid } from '../../../model/units.ts';
import { stateAt } from '../../../record/state-spans.ts';
import { useSimulated } from '../../context/studio-context.tsx';

/** A resource's state at the run's cursor; undefined in Design, and without a run. Drawn again only when that changes. */
export function useStateAtCursor(guid: Guid): State | undefined {
  return useSimulated(({ record, cursor }) => record && stateAt(record, guid, cursor));
}
