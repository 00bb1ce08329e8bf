import type { ResourceType } from '../../model/rtype.ts';
import styles from './ResourceHeader.module.css';

/** What a type is for, in a line or two. */
export function TypeHelp({ type }: { readonly type: ResourceType | undefined }) {
  return type?.help ? <p className={styles.help}>{type.help}</p> : undefined;
}
