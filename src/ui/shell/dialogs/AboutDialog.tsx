import { Dialog } from '../../widgets/Dialog.tsx';
import styles from './Dialogs.module.css';

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="NEPI Studio" size="s">
      <div className={styles.prose}>
        <p>
          Draw a network experiment as NEPI understands it, watch it deploy on a virtual clock, see why something waits,
          and take the definition away as a file.
        </p>
        <p>
          It simulates how NEPI would run the experiment. It does not touch any testbed, and it does not simulate the
          network itself. Everything stays in this browser; nothing is sent anywhere.
        </p>
      </div>
    </Dialog>
  );
}
