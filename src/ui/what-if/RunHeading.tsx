import styles from './WhatIf.module.css';

/** A column's heading that is a run's name, which may be long. */
export function RunHeading({ name }: { readonly name: string }) {
  return (
    <th scope="col" title={name}>
      <span className={styles.runName}>{name}</span>
    </th>
  );
}
