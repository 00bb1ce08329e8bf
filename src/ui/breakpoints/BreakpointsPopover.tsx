import { CircleDot, Trash2 } from 'lucide-react';
import { useCallback } from 'react';
import type { Breakpoint } from '../../record/breakpoints.ts';
import type { Guid } from '../../model/units.ts';
import { resourceName } from '../../model/resource-name.ts';
import { useDocument, useRun, useStudio } from '../context/studio-context.tsx';
import { IconButton } from '../widgets/Button.tsx';
import { Popover } from '../widgets/Popover.tsx';
import { Checkbox } from '../widgets/Switch.tsx';
import { breakpointText } from './breakpoint-text.ts';
import styles from './Breakpoints.module.css';
import { NewBreakpoint } from './NewBreakpoint.tsx';

/** Where playing stops by itself: the list, switches, and a form for one more. */
export function BreakpointsPopover() {
  const { run } = useStudio();
  const breakpoints = useRun((state) => state.breakpoints);
  const end = useRun((state) => state.record?.now);
  const labelOf = useLabelOf();
  const change = (next: readonly Breakpoint[]) => run.getState().setBreakpoints(next);
  const active = breakpoints.filter(({ enabled }) => enabled).length;
  return (
    <Popover
      title="Breakpoints: playing stops here"
      trigger={
        <IconButton
          label={active > 0 ? `Breakpoints: ${active} on` : 'Breakpoints'}
          side="top"
          icon={<CircleDot data-active={active > 0 || undefined} className={styles.sign} />}
        />
      }
    >
      {breakpoints.length > 0 && (
        <ul className={styles.list} aria-label="Breakpoints">
          {breakpoints.map((breakpoint) => (
            <li key={breakpoint.id}>
              <Checkbox
                label={breakpointText(breakpoint.rule, labelOf, end)}
                checked={breakpoint.enabled}
                onChange={(enabled) =>
                  change(breakpoints.map((each) => (each.id === breakpoint.id ? { ...each, enabled } : each)))
                }
              />
              <IconButton
                label={`Remove: ${breakpointText(breakpoint.rule, labelOf, end)}`}
                icon={<Trash2 />}
                onClick={() => change(breakpoints.filter(({ id }) => id !== breakpoint.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <NewBreakpoint
        labelOf={labelOf}
        onAdd={(rule) => {
          const id = 1 + Math.max(0, ...breakpoints.map((breakpoint) => breakpoint.id));
          change([...breakpoints, { id, rule, enabled: true }]);
        }}
      />
    </Popover>
  );
}

/** Says at which breakpoint playing stopped. */
export function StoppedBy() {
  const stoppedBy = useRun((state) => state.stoppedBy);
  const end = useRun((state) => state.record?.now);
  const labelOf = useLabelOf();
  return (
    <span className={styles.stopped} role="status">
      {stoppedBy && `Stopped: ${breakpointText(stoppedBy.rule, labelOf, end)}`}
    </span>
  );
}

function useLabelOf(): (guid: Guid) => string {
  const resources = useDocument((state) => state.experiment.resources);
  return useCallback((guid: Guid) => resourceName(resources, guid), [resources]);
}
