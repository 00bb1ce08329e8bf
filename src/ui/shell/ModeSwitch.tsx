import { Activity, PencilRuler } from 'lucide-react';
import type { Mode } from '../../app/stores/view-store.ts';
import { useDocument, useView } from '../context/studio-context.tsx';
import { pressable } from '../widgets/pressable.ts';
import { Tooltip } from '../widgets/Tooltip.tsx';
import styles from './ModeSwitch.module.css';
import { useWorkbench } from '../context/workbench-context.tsx';

const MODES = [
  { mode: 'design', title: 'Design', Icon: PencilRuler, hint: 'Change the experiment' },
  { mode: 'simulate', title: 'Simulate', Icon: Activity, hint: 'Watch a run; the experiment is locked' },
] as const satisfies readonly { readonly mode: Mode; readonly title: string; readonly [more: string]: unknown }[];

/** What one is at: designing the experiment, or watching a run of it. */
export function ModeSwitch() {
  const { control } = useWorkbench();
  const mode = useView((state) => state.mode);
  const empty = useDocument((state) => state.experiment.resources.length === 0);
  return (
    <div className={styles.switch} role="group" aria-label="Mode" data-mode={mode}>
      {MODES.map(({ mode: each, title, Icon, hint }) => (
        <Tooltip key={each} text={hint} keys="T">
          <button
            type="button"
            aria-pressed={mode === each}
            aria-keyshortcuts="T"
            {...pressable({ disabled: each === 'simulate' && empty, onClick: control[each] })}
          >
            <Icon size={14} aria-hidden />
            <span className={styles.title}>{title}</span>
          </button>
        </Tooltip>
      ))}
      <span className="visually-hidden" role="status" aria-label="Mode">
        {mode === 'design' ? 'Design: the experiment can be changed.' : 'Simulate: the experiment is locked.'}
      </span>
    </div>
  );
}
