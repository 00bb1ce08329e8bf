import { PanelLeftClose, PanelRightClose } from 'lucide-react';
import { useStudio } from '../context/studio-context.tsx';
import { IconButton } from '../widgets/Button.tsx';
import styles from './Frame.module.css';

/** The heading of a side panel, and what folds it. */
export function PanelHead({ panel, title }: { readonly panel: 'palette' | 'inspector'; readonly title: string }) {
  const { view, commands } = useStudio();
  const Icon = panel === 'palette' ? PanelLeftClose : PanelRightClose;
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>{title}</h2>
      <IconButton
        label={`Fold the ${panel}`}
        keys={commands.get(`view.${panel}`)?.keys?.[0]}
        icon={<Icon aria-hidden />}
        onClick={() => view.getState().fold(panel, true)}
      />
    </div>
  );
}
