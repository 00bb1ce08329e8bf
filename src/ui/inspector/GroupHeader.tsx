import type { Edit } from '../../edit/edit.ts';
import { foldGroups } from '../../app/editing/seen-groups.ts';
import { Group as GroupIcon } from 'lucide-react';
import type { Group } from '../../model/experiment.ts';
import { countOf } from '../text/count-text.ts';
import { useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { LockedContext } from '../widgets/locked-context.ts';
import { Switch } from '../widgets/Switch.tsx';
import { TermHelp } from '../help/TermHelp.tsx';
import { DraftInput } from '../fields/DraftInput.tsx';
import styles from './ResourceHeader.module.css';

/** A group that is selected as a whole: its name, whether it is drawn as one node. */
export function GroupHeader({ group, index }: { readonly group: Group; readonly index: number }) {
  const studio = useStudio();
  const apply = (edit: Edit) => studio.document.getState().apply(edit);
  const { name, guids, collapsed = false } = group;
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <span className={styles.icon}>
          <GroupIcon size={18} aria-hidden />
        </span>
        <div className={styles.label}>
          <DraftInput
            label="Name of the group"
            field="group-name"
            passing
            className={styles.labelInput}
            current={name}
            placeholder="A site, a rack"
            read={(text) => (text.trim() === '' ? { error: 'A group needs a name.' } : { value: text.trim() })}
            take={(text) => apply({ kind: 'rename-group', index, name: text })}
          />
        </div>
      </div>
      <p className={styles.help}>
        A group of {countOf(guids.length, 'resource')}. What is set below is set for all of them, in one step.
      </p>
      <div className={styles.choices}>
        {/* How it is drawn can be chosen while the experiment is locked, too. */}
        <LockedContext value={false}>
          <Switch
            label="Collapsed to one node"
            checked={collapsed}
            onChange={(next) => foldGroups(studio, [index], next)}
          />
        </LockedContext>
        <TermHelp term="group" />
        <Button edits onClick={() => apply({ kind: 'ungroup', groups: [index] })}>
          Ungroup
        </Button>
      </div>
    </header>
  );
}
