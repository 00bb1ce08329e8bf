import type { Command } from '../stores/command-registry.ts';
import type { Studio } from '../stores/studio.ts';
import type { BottomTab, LeftTab, Panel, Reading, Theme } from '../stores/view-store.ts';

const PANELS: readonly [Panel, string, string][] = [
  ['palette', 'Palette', 'Mod+B'],
  ['inspector', 'Inspector', 'Mod+Shift+B'],
  ['bottom', 'Bottom panel', 'Mod+J'],
];
const TABS: readonly [BottomTab, string, string][] = [
  ['timeline', 'Timeline', 'Shift+T'],
  ['log', 'Log', 'L'],
  ['problems', 'Problems', 'P'],
  ['script', 'Script', 'S'],
];
const LEFT_TABS: readonly [LeftTab, string, string][] = [
  ['types', 'Find a type to add', 'Y'],
  ['outline', 'Outline', 'O'],
];
const READINGS: readonly [Reading, string, string][] = [
  ['both', 'Connections and conditions', 'Alt+1'],
  ['connections', 'Connections only', 'Alt+2'],
  ['conditions', 'Conditions only', 'Alt+3'],
];
export const THEMES: readonly [Theme, string][] = [
  ['system', "The system's theme"],
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
  ['contrast', 'High contrast theme'],
];

export function viewCommands({ view, canvas }: Studio): readonly Command[] {
  const set = (change: Parameters<ReturnType<typeof view.getState>['set']>[0]) => view.getState().set(change);
  const onCanvas = () => canvas.current !== undefined;

  function showTab(bottomTab: BottomTab) {
    const { folded, bottomTab: shown } = view.getState();
    const visible = shown === bottomTab && !folded.has('bottom');
    set({ bottomTab });
    view.getState().fold('bottom', visible);
  }

  return [
    {
      id: 'view.fit',
      group: 'View',
      title: 'Fit everything',
      keys: ['1'],
      enabled: onCanvas,
      run: () => canvas.current?.fitView(),
    },
    {
      id: 'view.focus',
      group: 'View',
      title: 'Fit the selection, then everything',
      keys: ['F'],
      enabled: onCanvas,
      run: () => canvas.current?.focus(view.getState().selection.guids),
    },
    {
      id: 'view.actual-size',
      group: 'View',
      title: 'Zoom to 100 %',
      keys: ['0', 'Mod+0'],
      enabled: onCanvas,
      run: () => canvas.current?.zoomTo(1),
    },
    {
      id: 'view.zoom-in',
      group: 'View',
      title: 'Zoom in',
      keys: ['+', '='],
      enabled: onCanvas,
      run: () => canvas.current?.zoomIn(),
    },
    {
      id: 'view.zoom-out',
      group: 'View',
      title: 'Zoom out',
      keys: ['-'],
      enabled: onCanvas,
      run: () => canvas.current?.zoomOut(),
    },
    ...READINGS.map(
      ([reading, title, keys]): Command => ({
        id: `view.reading-${reading}`,
        group: 'View',
        title,
        keys: [keys],
        checked: () => view.getState().reading === reading,
        run: () => set({ reading }),
      }),
    ),
    {
      id: 'view.snap',
      group: 'View',
      title: 'Snap to grid',
      keys: ["Mod+'"],
      checked: () => view.getState().snap,
      run: () => set({ snap: !view.getState().snap }),
    },
    {
      id: 'view.minimap',
      group: 'View',
      title: 'Minimap',
      keys: ['M'],
      checked: () => view.getState().minimap,
      run: () => set({ minimap: !view.getState().minimap }),
    },
    ...PANELS.map(
      ([panel, title, keys]): Command => ({
        id: `view.${panel}`,
        group: 'View',
        title,
        keys: [keys],
        checked: () => !view.getState().folded.has(panel),
        run: () => view.getState().fold(panel, !view.getState().folded.has(panel)),
      }),
    ),
    ...LEFT_TABS.map(
      ([tab, title, keys]): Command => ({
        id: `view.${tab}`,
        group: 'View',
        title,
        keys: [keys],
        checked: () => view.getState().leftTab === tab && !view.getState().folded.has('palette'),
        run() {
          set({ leftTab: tab, wantedField: tab === 'types' ? 'palette' : 'outline' });
          view.getState().fold('palette', false);
        },
      }),
    ),
    ...TABS.map(
      ([tab, title, keys]): Command => ({
        id: `view.${tab}`,
        group: 'View',
        title,
        keys: [keys],
        checked: () => view.getState().bottomTab === tab && !view.getState().folded.has('bottom'),
        run: () => showTab(tab),
      }),
    ),
    ...THEMES.map(
      ([theme, title]): Command => ({
        id: `view.theme-${theme}`,
        group: 'View',
        title,
        checked: () => view.getState().theme === theme,
        run: () => set({ theme }),
      }),
    ),
  ];
}
