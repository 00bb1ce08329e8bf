// Sets the theme before the page is first painted, so that nothing flashes. Afterwards src/ui/shell/theme.ts keeps it.
(() => {
  let theme = 'system';
  try {
    theme = JSON.parse(localStorage.getItem('nepi-studio.view') ?? '{}').theme ?? theme;
  } catch {
    // Nothing remembered, or nothing that can be read.
  }
  if (theme === 'system') {
    if (matchMedia('(prefers-contrast: more)').matches) theme = 'contrast';
    else theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.dataset.theme = theme;
})();
