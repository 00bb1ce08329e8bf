import { createContext, type ReactNode, use } from 'react';
import { useStore } from 'zustand';
import type { SaveState } from '../../app/files/autosave.ts';
import type { Workbench } from '../../app/workbench.ts';
import { StudioProvider } from './studio-context.tsx';

const WorkbenchContext = createContext<Workbench | undefined>(undefined);

export function WorkbenchProvider(props: { readonly workbench: Workbench; readonly children: ReactNode }) {
  return (
    <WorkbenchContext value={props.workbench}>
      <StudioProvider studio={props.workbench.studio}>{props.children}</StudioProvider>
    </WorkbenchContext>
  );
}

/** Files, clipboard, run control: what the shell has beside the stores. */
export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  if (!workbench) throw new Error('useWorkbench needs a WorkbenchProvider above it');
  return workbench;
}

export function useSaveState(): SaveState {
  return useStore(useWorkbench().autosave.state);
}
