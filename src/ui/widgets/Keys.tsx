import { onMac, printKeys } from '../../app/stores/keymap.ts';
import styles from './Keys.module.css';

/** A keyboard shortcut, as this computer writes it. `keys` as in app/stores/keymap.ts: `Mod+Shift+Z`. */
export function Keys({ keys }: { readonly keys: string }) {
  return <kbd className={styles.keys}>{printKeys(keys, onMac())}</kbd>;
}
