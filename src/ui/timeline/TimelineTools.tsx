import { FoldHorizontal, HelpCircle, Maximize2, Route } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TimelineShown } from '../../app/stores/view-store.ts';
import { IconButton } from '../widgets/Button.tsx';
import styles from './Timeline.module.css';

const SIGNS = {
  fit: <Maximize2 />,
  why: <HelpCircle />,
  path: <Route />,
  fold: <FoldHorizontal />,
};

/** Switches, over the column of labels. */
export function TimelineTools({
  shown,
  onShow,
  onFit,
  children,
}: {
  readonly shown: TimelineShown;
  readonly onShow: (shown: TimelineShown) => void;
  readonly onFit: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.tools}>
      <IconButton label="Show the whole run" keys="Shift+F" side="top" icon={SIGNS.fit} onClick={onFit} />
      <IconButton
        label="Why: causes of the selected resource's state"
        keys="H"
        side="top"
        icon={SIGNS.why}
        pressed={shown.why}
        onClick={() => onShow({ ...shown, why: !shown.why })}
      />
      <IconButton
        label="Critical path: what decides how long the run takes"
        keys="K"
        side="top"
        icon={SIGNS.path}
        pressed={shown.path}
        onClick={() => onShow({ ...shown, path: !shown.path })}
      />
      <IconButton
        label="Fold idle time"
        keys="Z"
        side="top"
        icon={SIGNS.fold}
        pressed={shown.folded}
        onClick={() => onShow({ ...shown, folded: !shown.folded })}
      />
      {children}
    </div>
  );
}
