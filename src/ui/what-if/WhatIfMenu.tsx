import { GitFork } from 'lucide-react';
import { useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { Menu } from '../widgets/Menu.tsx';
import { whatIfEntries } from './what-if-commands.ts';
import styles from './WhatIf.module.css';

/** What could be done to the run at the now-line. */
export function WhatIfMenu({ wide = false }: { readonly wide?: boolean }) {
  const studio = useStudio();
  return (
    <Menu
      side="top"
      align="end"
      trigger={
        <Button icon={<GitFork aria-hidden />} wide={wide}>
          <span className={styles.words}>What if…</span>
        </Button>
      }
      entries={() => whatIfEntries(studio, studio.commands)}
    />
  );
}
