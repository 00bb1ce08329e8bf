// The theme on <html>. public/theme.js sets it first, before anything is painted; this follows what changes later.
import { useEffect } from 'react';
import type { Theme } from '../../app/stores/view-store.ts';
import { useView } from '../context/studio-context.tsx';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

function resolveTheme(theme: Theme): Exclude<Theme, 'system'> {
  if (theme !== 'system') return theme;
  if (matchMedia(CONTRAST).matches) return 'contrast';
  return matchMedia(DARK).matches ? 'dark' : 'light';
}

/** Keeps `data-theme` on <html> what the user, or the system, wants. */
export function useTheme(): void {
  const theme = useView((state) => state.theme);
  useEffect(() => {
    const apply = () => (document.documentElement.dataset['theme'] = resolveTheme(theme));
    apply();
    const queries = [matchMedia(DARK), matchMedia(CONTRAST)];
    for (const query of queries) query.addEventListener('change', apply);
    return () => {
      for (const query of queries) query.removeEventListener('change', apply);
    };
  }, [theme]);
}
