import { connectionKey, type Edit } from '../../edit/edit.ts';
import { groupMadeOf } from '../../edit/group.ts';
import type { Clipboard } from '../editing/clipboard.ts';
import type { Command } from '../stores/command-registry.ts';
import type { Studio } from '../stores/studio.ts';

export function editCommands(studio: Studio, clipboard: Clipboard): readonly Command[] {
  const { document, view, canvas } = studio;
  const history = () => document.temporal.getState();
  const experiment = () => document.getState().experiment;
  const selection = () => view.getState().selection;
  const anySelected = () => selection().guids.size > 0;
  const onlySelected = () => (selection().guids.size === 1 ? [...selection().guids][0] : undefined);

  /** Of a group that is selected as a whole, its name is meant. */
  const nameField = () => {
    if (onlySelected() !== undefined) return 'label';
    return groupMadeOf(experiment(), selection().guids) === undefined ? undefined : 'group-name';
  };
  /** Where one would most likely change what is selected; of a condition, what it lets happen. */
  const firstField = () => {
    if (selection().guids.size > 1) return nameField() ?? 'attributes';
    return nameField() ?? (selection().conditions.size === 1 ? 'action' : undefined);
  };
  const anything = () => selection().guids.size + selection().connections.size + selection().conditions.size > 0;

  /** What comes back is selected; else what was, as far as it is there: undo may have taken it away. */
  function travel(go: () => void) {
    const former = new Set(experiment().resources.map(({ guid }) => guid));
    go();
    const { resources, connections, conditions } = experiment();
    const guids = new Set(resources.map(({ guid }) => guid));
    const back = [...guids].filter((guid) => !former.has(guid));
    if (back.length > 0) return view.getState().select({ guids: new Set(back) });
    const keys = new Set(connections.map(connectionKey));
    const old = selection();
    view.getState().select({
      guids: new Set([...old.guids].filter((guid) => guids.has(guid))),
      connections: new Set([...old.connections].filter((key) => keys.has(key))),
      conditions: new Set([...old.conditions].filter((index) => index < conditions.length)),
    });
  }

  function selectAll() {
    view.getState().select({ guids: new Set(experiment().resources.map(({ guid }) => guid)) });
  }

  function selectAlike() {
    const types = new Set(
      experiment()
        .resources.filter(({ guid }) => selection().guids.has(guid))
        .map(({ rtype }) => rtype),
    );
    const alike = experiment().resources.filter(({ rtype }) => types.has(rtype));
    view.getState().select({ guids: new Set(alike.map(({ guid }) => guid)) });
  }

  function wantField(wantedField: string | undefined) {
    view.getState().fold('inspector', false);
    view.getState().set({ wantedField });
  }

  return [
    {
      id: 'edit.undo',
      group: 'Edit',
      edits: true,
      title: () => (history().pastStates.length ? `Undo ${document.getState().lastEdit}` : 'Undo'),
      keys: ['Mod+Z'],
      enabled: () => history().pastStates.length > 0,
      run: () => travel(() => document.getState().undo()),
    },
    {
      id: 'edit.redo',
      group: 'Edit',
      edits: true,
      title: () => ['Redo', history().futureStates.at(-1)?.lastEdit].filter(Boolean).join(' '),
      keys: ['Mod+Y', 'Mod+Shift+Z'],
      enabled: () => history().futureStates.length > 0,
      run: () => travel(() => document.getState().redo()),
    },
    {
      id: 'edit.cut',
      group: 'Edit',
      edits: true,
      title: 'Cut',
      keys: ['Mod+X'],
      native: true,
      enabled: anySelected,
      run: () => clipboard.cut(),
    },
    {
      id: 'edit.copy',
      group: 'Edit',
      title: 'Copy',
      keys: ['Mod+C'],
      native: true,
      enabled: anySelected,
      run: () => clipboard.copy(),
    },
    {
      id: 'edit.paste',
      group: 'Edit',
      edits: true,
      title: 'Paste',
      keys: ['Mod+V'],
      native: true,
      run: () => clipboard.paste(),
    },
    {
      id: 'edit.paste-linked',
      group: 'Edit',
      edits: true,
      title: 'Paste with links to others',
      keys: ['Mod+Shift+V'],
      native: true,
      run: () => clipboard.paste({ withOutside: true }),
    },
    {
      id: 'edit.paste-here',
      group: 'Edit',
      edits: true,
      title: 'Paste here',
      enabled: () => canvas.current !== undefined,
      run: () => clipboard.paste({ at: canvas.current?.pointer?.() ?? canvas.current?.centre() }),
    },
    {
      id: 'edit.duplicate',
      group: 'Edit',
      edits: true,
      title: 'Duplicate',
      keys: ['Mod+D'],
      enabled: anySelected,
      run: () => clipboard.duplicate(),
    },
    {
      id: 'edit.delete',
      group: 'Edit',
      edits: true,
      title: 'Delete',
      keys: ['Delete', 'Backspace'],
      enabled: () => removal(studio) !== undefined,
      run() {
        const edit = removal(studio);
        if (!edit) return;
        if (document.getState().apply(edit)) view.getState().select({});
      },
    },
    { id: 'edit.select-all', group: 'Edit', title: 'Select all', keys: ['Mod+A'], run: selectAll },
    {
      id: 'edit.invert',
      group: 'Edit',
      title: 'Invert selection',
      keys: ['Mod+I'],
      run() {
        const others = experiment().resources.filter(({ guid }) => !selection().guids.has(guid));
        view.getState().select({ guids: new Set(others.map(({ guid }) => guid)) });
      },
    },
    {
      id: 'edit.select-alike',
      group: 'Edit',
      title: 'Select all of the same type',
      keys: ['Alt+Shift+A'],
      enabled: anySelected,
      run: selectAlike,
    },
    {
      id: 'edit.add',
      group: 'Edit',
      edits: true,
      title: 'Add resource by name…',
      keys: ['A', 'Tab'],
      // Handled where the ground of the canvas was clicked: elsewhere Tab moves on.
      native: ['Tab'],
      run: () => view.getState().set({ dialog: 'add-resource' }),
    },
    {
      id: 'edit.rename',
      group: 'Edit',
      edits: true,
      title: 'Rename',
      keys: ['F2'],
      enabled: () => nameField() !== undefined,
      run: () => wantField(nameField()),
    },
    {
      id: 'edit.properties',
      group: 'Edit',
      title: 'Edit properties',
      keys: ['Enter'],
      enabled: anything,
      run: () => wantField(firstField()),
    },
    {
      id: 'edit.connect-to',
      group: 'Edit',
      edits: true,
      title: 'Connect the selection to…',
      keys: ['Shift+C'],
      enabled: anySelected,
      run: () => view.getState().set({ dialog: 'connect-to' }),
    },
    {
      id: 'edit.wait-for',
      group: 'Edit',
      edits: true,
      title: 'Let the selection wait for…',
      keys: ['Shift+W'],
      enabled: anySelected,
      run: () => view.getState().set({ dialog: 'wait-for' }),
    },
    {
      id: 'edit.find',
      group: 'Edit',
      title: 'Find resource…',
      keys: ['Mod+F'],
      // In a field, too, it would otherwise be the browser's search, which sees only what is drawn.
      inFields: true,
      run: () => view.getState().set({ dialog: 'find' }),
    },
  ];
}

/** The edit that deletes what is selected. */
function removal({ view, document }: Studio): Edit | undefined {
  const { guids, connections, conditions } = view.getState().selection;
  if (guids.size + connections.size + conditions.size === 0) return undefined;
  const { experiment } = document.getState();
  return {
    kind: 'remove',
    guids: [...guids],
    connections: experiment.connections.filter((pair) => connections.has(connectionKey(pair))),
    conditions: [...conditions],
  };
}
