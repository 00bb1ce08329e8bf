import { COMMAND_GROUPS, commandTitle } from '../../../app/stores/command-registry.ts';
import { useStudio } from '../../context/studio-context.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { Keys } from '../../widgets/Keys.tsx';
import styles from './Dialogs.module.css';

/** What is done without a command: with the mouse or a finger, and where the canvas or the timeline has the focus. */
const GESTURES: readonly (readonly [what: string, how: string])[] = [
  ['Pan', 'Space or middle button, and drag; one finger'],
  ['Zoom', 'Wheel, pinch'],
  ['Select several', 'Drag over them; Shift or Ctrl and click adds'],
  ['Add a resource', 'Drag from the palette; double-click, or click and Tab, on the canvas'],
  ['Connect', 'Drag from handle to handle, or click both; Shift and drag a card'],
  ['Draw a condition', 'Drag from the lower handle, or click both'],
  ['Add and join', 'Drag from a handle to an empty place'],
  ['Properties', 'Double-click'],
  ['Move', 'Drag; arrow keys, Shift for longer steps'],
  ['Move without snapping', 'Alt and drag'],
  ['Delete', 'Alt and click'],
  ['Walk from card to card', 'Alt and arrow keys; Shift adds'],
  ['Give up what is being drawn', 'Esc'],
  ['Open a text in the editor', 'Alt+Enter in its field'],
  ['Zoom the timeline', 'W, S, wheel'],
  ['Pan the timeline', 'A, D'],
  ['Show the selected resource, then all', 'F in the timeline'],
  ['Find lanes and events', '/ in the timeline'],
  ['Put lanes in another order', 'Drag their names; Alt and up or down in the timeline'],
  ['Fold the group of a lane', 'Enter in the timeline; click on its name'],
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
          <h3>Pointer, canvas and timeline</h3>
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
