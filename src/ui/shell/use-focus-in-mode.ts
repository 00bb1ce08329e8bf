import { useEffect } from 'react';
import { useSimulating, useStudio } from '../context/studio-context.tsx';
import { focusIsLost } from '../focus/focus-nearby.ts';
import { goBackToWork } from '../focus/workplace.ts';

/** Who was in a field that a run leaves no room for goes on where the keys mean the run. */
export function useFocusInMode(): void {
  const { canvas } = useStudio();
  const simulating = useSimulating();
  // oxlint-disable-next-line react/exhaustive-deps -- it is the change that takes fields away
  useEffect(() => void (focusIsLost() && goBackToWork(canvas.current)), [simulating, canvas]);
}
