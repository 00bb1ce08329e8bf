import type { State } from '../../../model/state.ts';
import type { Guid } from '../../../model/units.ts';
import { stateAt } from '../../../record/state-spans.ts';
import { useRun } from '../../studio-context.tsx';

/** A resource's state at the run's cursor; undefined without a run. Drawn again only when that changes. */
export function useStateAtCursor(guid: Guid): State | undefined {
  return useRun(({ record, cursor }) => record && stateAt(record, guid, cursor));
}
