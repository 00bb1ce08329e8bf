import { CSPProvider } from '@base-ui/react/csp-provider';
import { useEffect } from 'react';
import type { Workbench } from '../../app/workbench.ts';
import { useStudio } from '../context/studio-context.tsx';
import { showToast, Toasts } from '../widgets/Toasts.tsx';
import { TooltipProvider } from '../widgets/Tooltip.tsx';
import { scriptCommands } from '../script/script-commands.ts';
import { whatIfCommands } from '../what-if/what-if-commands.ts';
import styles from './App.module.css';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { exportRunCommands } from './export-commands.ts';
import { Failsafe } from './Failsafe.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Frame } from './Frame.tsx';
import { Header } from './Header.tsx';
import { ReadingStatus } from './ReadingStatus.tsx';
import { RunAnnouncer } from './RunAnnouncer.tsx';
import { useTheme } from '../theme/theme.ts';
import { useDocumentTitle } from './use-document-title.ts';
import { useFocusInMode } from './use-focus-in-mode.ts';
import { useTick } from './use-tick.ts';
import { useWorkbench, WorkbenchProvider } from '../context/workbench-context.tsx';

/** The page. */
export function App({ workbench }: { readonly workbench: Workbench }) {
  return (
    <Failsafe workbench={workbench}>
      <WorkbenchProvider workbench={workbench}>
        {/* No style elements: the page works under a policy that forbids them. */}
        <CSPProvider disableStyleElements>
          <TooltipProvider>
            <Page />
          </TooltipProvider>
        </CSPProvider>
      </WorkbenchProvider>
    </Failsafe>
  );
}

function Page() {
  const workbench = useWorkbench();
  const studio = useStudio();
  const { notices } = studio;
  useEffect(() => workbench.listen(), [workbench]);
  useEffect(
    () => studio.commands.add([...exportRunCommands(studio), ...whatIfCommands(studio), ...scriptCommands(studio)]),
    [studio],
  );
  useEffect(() => notices.listen(({ text, ...options }) => showToast(text, options)), [notices]);
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#main">
        Skip to the canvas
      </a>
      <Header />
      <Frame />
      <RunAnnouncer />
      <ReadingStatus />
      <Dialogs />
      <FileDrop />
      <Toasts />
      <PageEffects />
    </div>
  );
}

/** What the page does beside what it shows; apart, because whoever has a hook is drawn again with what it follows. */
function PageEffects() {
  useTheme();
  useTick();
  useDocumentTitle();
  useFocusInMode();
  return null;
}
