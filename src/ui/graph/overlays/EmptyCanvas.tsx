import { MousePointer2 } from 'lucide-react';
import { useStudio } from '../../context/studio-context.tsx';
import { Button } from '../../widgets/Button.tsx';
import { EmptyState } from '../../widgets/EmptyState.tsx';
import styles from './overlays.module.css';

/** What to do with a canvas that has nothing on it. */
export function EmptyCanvas() {
  const { commands } = useStudio();
  return (
    <div className={styles.empty}>
      <EmptyState
        icon={<MousePointer2 />}
        title="Draw an experiment"
        actions={
          <span data-canvas-ui>
            <Button onClick={() => commands.run('edit.add')}>Add a resource</Button>{' '}
            <Button variant="quiet" onClick={() => commands.run('file.examples')}>
              Open an example
            </Button>{' '}
            <Button variant="quiet" onClick={() => commands.run('help.tour')}>
              Take the tour
            </Button>
          </span>
        }
      >
        <p>Drag a resource from the left, or press A to add one by name.</p>
      </EmptyState>
    </div>
  );
}
