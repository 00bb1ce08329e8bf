import { PanelBottomClose } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BottomTab } from '../../app/stores/view-store.ts';
import { Problems } from '../problems/Problems.tsx';
import { useCheckTrouble, useProblemRows } from '../problems/use-problems.ts';
import { ScriptPanel } from '../script/ScriptPanel.tsx';
import { useDocument, useRun, useStudio, useView } from '../context/studio-context.tsx';
import { IconButton } from '../widgets/Button.tsx';
import { Tabs } from '../widgets/Tabs.tsx';
import styles from './BottomPanel.module.css';
import { LogPanel, TimelinePanel } from './RunPanel.tsx';
import { printCount } from '../text/count-text.ts';
import { Part } from './Part.tsx';
import { RunStatus } from './RunStatus.tsx';

const part = (name: string, content: ReactNode) => <Part name={name}>{content}</Part>;

/** What a run left, what is wrong, and the script, one at a time. */
export function BottomPanel() {
  const { view } = useStudio();
  const tab = useView((state) => state.bottomTab);
  // The script of another experiment is shown from its head.
  const opened = useDocument((state) => state.opened);
  return (
    <Tabs<BottomTab>
      label="Run and problems"
      value={tab}
      onChange={(bottomTab) => view.getState().set({ bottomTab })}
      tabs={[
        { value: 'timeline', label: 'Timeline', content: part('Timeline', <TimelinePanel />) },
        { value: 'log', label: 'Log', badge: <EventCount />, content: part('Log', <LogPanel />) },
        {
          value: 'problems',
          label: 'Problems',
          badge: <ProblemCount />,
          content: part('Problems', <Problems />),
        },
        { value: 'script', label: 'Script', content: part('Script', <ScriptPanel key={opened} />) },
      ]}
      aside={
        <>
          <RunStatus />
          <IconButton
            label="Fold the bottom panel"
            keys="Mod+J"
            side="top"
            icon={<PanelBottomClose aria-hidden />}
            onClick={() => view.getState().fold('bottom', true)}
          />
        </>
      }
    />
  );
}

function EventCount() {
  const count = useRun(({ record, version }) => (version > 0 ? record?.events.length : undefined));
  return count ? <span className={styles.count}>{printCount(count)}</span> : null;
}

/** How many things there are to mend; notes count only where there is nothing worse. */
function ProblemCount() {
  const trouble = useCheckTrouble();
  const worsts = useProblemRows().map(({ problems: [first] }) => first.severity);
  if (trouble?.kind === 'stopped') {
    return (
      <span className={styles.count} data-severity="warning" title="Checking stopped">
        ?
      </span>
    );
  }
  if (worsts.length === 0) return null;
  const toMend = worsts.filter((severity) => severity !== 'info');
  return (
    <span className={styles.count} data-severity={worsts[0]}>
      {toMend.length || worsts.length}
    </span>
  );
}
