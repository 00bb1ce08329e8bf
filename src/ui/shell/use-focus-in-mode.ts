import { useEffect } from 'react';
import { useSimulating, useStudio } from '../studio-context.tsx';
import { focusIsLost } from '../widgets/focus-nearby.ts';
import { goBackToWork } from '../widgets/workplace.ts';

/** Who was in a field that a run leaves no room for goes on where the keys mean the run. */
export function useFocusInMode(): void {
  const { canvas } = useStudio();
  const simulating = useSimulating();
  // oxlint-disable-next-line react/exhaustive-deps -- it is the change that takes fields away
  useEffect(() => void (focusIsLost() && goBackToWork(canvas.current)), [simulating, canvas]);
}
