import { COMMAND_GROUPS, commandTitle } from '../../../app/commands.ts';
import { useStudio } from '../../studio-context.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { Keys } from '../../widgets/Keys.tsx';
import styles from './Dialogs.module.css';

/** What is done without a command: with the mouse, and where the timeline has the focus. */
const GESTURES: readonly (readonly [what: string, how: string])[] = [
  ['Pan', 'Space or middle button, and drag'],
  ['Zoom', 'Wheel, pinch'],
  ['Select several', 'Drag over them; Shift and click adds'],
  ['Add a resource', 'Drag from the palette; double-click the canvas'],
  ['Connect', 'Drag from handle to handle'],
  ['Move without snapping', 'Alt and drag'],
  ['Zoom the timeline', 'W, S, wheel'],
  ['Pan the timeline', 'A, D'],
  ['Show the selected resource, then all', 'F in the timeline'],
];

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { commands } = useStudio();
  const all = commands.all().filter(({ keys }) => keys?.length);
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts" size="l">
      <div className={styles.columns}>
        {COMMAND_GROUPS.map((group) => {
          const inGroup = all.filter((command) => command.group === group);
          return inGroup.length === 0 ? null : (
            <section key={group} className={styles.group}>
              <h3>{group}</h3>
              <dl>
                {inGroup.map((command) => (
                  <div key={command.id}>
                    <dt>{commandTitle(command)}</dt>
                    <dd>
                      {command.keys?.map((keys) => (
                        <Keys key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section className={styles.group}>
          <h3>Mouse and timeline</h3>
          <dl>
            {GESTURES.map(([what, how]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
