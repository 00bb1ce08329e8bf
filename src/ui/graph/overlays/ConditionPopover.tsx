import { NewConditionForm } from '../../fields/NewConditionForm.tsx';
import { type Popover, useGraphStore } from '../view/graph-store.ts';
import styles from './popovers.module.css';
import { PopoverFrame } from './PopoverFrame.tsx';

/** Asks what a condition says that was just drawn. Enter takes it, Escape drops it. */
export function ConditionPopover({ popover }: { readonly popover: Extract<Popover, { kind: 'condition' }> }) {
  const graph = useGraphStore();
  const close = () => graph.getState().set({ popover: undefined });
  return (
    <PopoverFrame at={popover.at} label="New condition" onClose={close}>
      <div className={styles.condition}>
        <NewConditionForm resources={popover.resources} group={popover.group} onClose={close} />
      </div>
    </PopoverFrame>
  );
}
