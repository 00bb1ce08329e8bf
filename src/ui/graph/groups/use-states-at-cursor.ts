import type { Guid } from '../../../model/units.ts';
import { stateAt } from '../../../record/state-spans.ts';
import { useSimulated } from '../../context/studio-context.tsx';
import { type StateSummary, summariseStates } from './summarise.ts';

/** The states of some resources at the run's cursor, in words; undefined in Design, and without a run. */
export function useStatesAtCursor(guids: readonly Guid[]): StateSummary | undefined {
  return useSimulated(
    ({ record, cursor }) => record && summariseStates(guids.flatMap((guid) => stateAt(record, guid, cursor) ?? [])),
  );
}
