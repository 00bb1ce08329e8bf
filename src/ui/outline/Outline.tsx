import { Ellipsis, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { meantKey } from '../../app/stores/keymap.ts';
import type { Selection } from '../../app/stores/view-store.ts';
import type { Experiment } from '../../model/experiment.ts';
import { withUserTypes } from '../../model/rtype.ts';
import type { Guid } from '../../model/units.ts';
import { useWantedField } from '../context/use-wanted-field.ts';
import { useSeenExperiment, useStudio, useView } from '../context/studio-context.tsx';
import { commandEntries } from '../context/command-entries.ts';
import { IconButton } from '../widgets/Button.tsx';
import { EmptyState } from '../widgets/EmptyState.tsx';
import { Menu } from '../widgets/Menu.tsx';
import type { MenuEntry } from '../widgets/MenuEntries.tsx';
import { TextField } from '../fields/TextField.tsx';
import styles from './Outline.module.css';
import { type OutlineRow, outlineRows, walk } from './outline-rows.ts';
import { OutlineRowView } from './OutlineRowView.tsx';
import { scrollToRow, useRowsInSight } from './use-rows-in-sight.ts';
import { ownValue } from '../../model/own-value.ts';

const ROW_HEIGHT = 28;

/** Keys that lead from a resource to where its connections and conditions are added; with Shift, the selection's. */
const EDGE_KEYS: Readonly<Record<string, string>> = { c: 'connections', w: 'conditions' };

/** Everything in the experiment as a tree: all that the canvas offers, for the keyboard and for screen readers. */
export function Outline() {
  const experiment = useSeenExperiment();
  if (experiment.resources.length === 0) {
    return <EmptyState title="Nothing here yet">Add resources from the types, or press A.</EmptyState>;
  }
  return <OutlineTree experiment={experiment} />;
}

function OutlineTree({ experiment }: { readonly experiment: Experiment }) {
  const studio = useStudio();
  const { view } = studio;
  const selection = useView((state) => state.selection);
  const types = withUserTypes(studio.catalog, experiment.types);
  const [filter, setFilter] = useState('');
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [marked, setMarked] = useState({ key: '', at: 0, selection });
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  useWantedField(root);

  // Groups and types are open until they are closed, resources closed until they are opened.
  const rows = useMemo(
    () =>
      outlineRows(experiment, {
        filter,
        isOpen: (key) => toggled.has(key) !== /^(type|group)\//.test(key),
        catalog: studio.catalog,
      }),
    [experiment, filter, toggled, studio],
  );
  const [only] = selection.guids.size === 1 ? selection.guids : [];
  // What was selected elsewhere, on the canvas say, is where one is here too.
  const wanted = marked.selection === selection || only === undefined ? marked.key : `resource/${only}`;
  const found = rows.findIndex(({ key }) => key === wanted);
  // When the row is gone (deleted, say), whoever took its place.
  const active = found >= 0 ? found : Math.min(marked.at, rows.length - 1);
  const { first, last } = useRowsInSight(scroller, rows.length, ROW_HEIGHT);
  useEffect(() => scrollToRow(scroller.current, active, ROW_HEIGHT), [active]);

  const toggle = (key: string) => {
    const next = new Set(toggled);
    if (!next.delete(key)) next.add(key);
    setToggled(next);
  };
  function go(to: number, additive: boolean) {
    const row = rows[to];
    if (!row) return;
    if (!additive) selectRow(row);
    mark(row, to);
  }
  function mark(row: OutlineRow, at: number) {
    setMarked({ key: row.key, at, selection: view.getState().selection });
  }
  function selectRow(row: OutlineRow) {
    const select = (next: Partial<Selection>) => view.getState().select(next);
    if (row.kind === 'resource') select({ guids: new Set([row.guid]) });
    else if (row.kind === 'group' || row.kind === 'type') select({ guids: new Set(row.guids) });
    else if (row.kind === 'connection') select({ connections: new Set([row.connection]) });
    else select({ conditions: new Set([row.condition]) });
  }
  /** Moves the focus into the inspector. */
  function inspect(field: string) {
    const row = rows[active];
    if (!row) return;
    selectRow(row);
    view.getState().fold('inspector', false);
    view.getState().set({ wantedField: field });
  }
  /** What is added is where one goes on in the tree. */
  function add() {
    scroller.current?.focus();
    studio.commands.run('edit.add');
  }
  function keyDown(event: KeyboardEvent) {
    if (event.altKey || event.metaKey) return;
    const row = rows[active];
    const step = walk(rows, active, event.key);
    const edges = event.shiftKey ? undefined : ownValue(EDGE_KEYS, meantKey(event.nativeEvent));
    if (step && 'toggle' in step) toggle(step.toggle);
    else if (step) go(step.to, event.ctrlKey);
    // Whatever the row: Space in a list is no Play.
    else if (event.key === ' ' && row) {
      view.getState().toggle(...guidsOf(row));
      mark(row, active);
    } else if (row?.kind === 'resource' && edges && !event.ctrlKey) {
      inspect(edges);
    } else if (event.key === 'Enter' && row) {
      selectRow(row);
      studio.commands.run('edit.properties');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={root} className={styles.outline}>
      <div className={styles.tools}>
        <div className={styles.filter}>
          <TextField
            label="Filter the outline"
            hideLabel
            type="search"
            placeholder="Filter"
            value={filter}
            onChange={setFilter}
          />
        </div>
        <IconButton label="Add resource" icon={<Plus aria-hidden />} onClick={add} />
        <Menu
          trigger={<IconButton label="What to do with it" icon={<Ellipsis aria-hidden />} />}
          entries={() => actions(studio.commands, rows[active], inspect)}
        />
      </div>
      <div
        ref={scroller}
        className={styles.tree}
        role="tree"
        aria-label="Outline"
        data-field="outline"
        aria-multiselectable="true"
        aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
        tabIndex={0}
        data-workplace
        onKeyDown={keyDown}
      >
        <div role="presentation" style={{ height: rows.length * ROW_HEIGHT }} className={styles.sheet}>
          {rows.slice(first, last).map((row, offset) => {
            const index = first + offset;
            return (
              <OutlineRowView
                key={row.key}
                id={`${id}-${index}`}
                row={row}
                top={index * ROW_HEIGHT}
                catalog={types}
                active={index === active}
                selected={isSelected(row, selection)}
                onClick={(additive) => {
                  if (additive && guidsOf(row).length > 0) view.getState().toggle(...guidsOf(row));
                  else selectRow(row);
                  mark(row, index);
                }}
                onToggle={() => toggle(row.key)}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <p className={styles.none}>Nothing matches “{filter}”.</p>}
    </div>
  );
}

/** The resources that a row stands for. */
function guidsOf(row: OutlineRow): readonly Guid[] {
  if (row.kind === 'resource') return [row.guid];
  return row.kind === 'group' || row.kind === 'type' ? row.guids : [];
}

function isSelected(row: OutlineRow, selection: Selection): boolean {
  switch (row.kind) {
    case 'resource':
      return selection.guids.has(row.guid);
    case 'group':
    case 'type':
      return row.guids.every((guid) => selection.guids.has(guid));
    case 'connection':
      return selection.connections.has(row.connection);
    case 'condition':
      return selection.conditions.has(row.condition);
  }
}

/** What ties all of several resources to others. */
const JOINING = ['edit.connect-to', 'edit.wait-for'];

/** What can be done with a row; the rest is done in the inspector, where these lead. */
function actions(
  commands: ReturnType<typeof useStudio>['commands'],
  row: OutlineRow | undefined,
  inspect: (field: string) => void,
): readonly MenuEntry[] {
  const remove: MenuEntry = { title: 'Delete', keys: 'Delete', danger: true, run: () => commands.run('edit.delete') };
  if (row?.kind === 'group') {
    return [
      { title: 'Rename', keys: 'F2', run: () => inspect(row.guids.length > 1 ? 'group-name' : 'label') },
      ...commandEntries(commands, [...JOINING, 'edit.duplicate', 'arrange.collapse', 'arrange.ungroup']),
      'separator',
      remove,
    ];
  }
  if (row?.kind === 'type') {
    return [...commandEntries(commands, [...JOINING, 'edit.duplicate', 'arrange.group']), 'separator', remove];
  }
  if (row?.kind !== 'resource') return [remove];
  return [
    { title: 'Rename', keys: 'F2', run: () => inspect('label') },
    { title: 'Connect to…', keys: 'C', run: () => inspect('connections') },
    { title: 'Add condition…', keys: 'W', run: () => inspect('conditions') },
    { title: 'Duplicate', keys: 'Mod+D', run: () => commands.run('edit.duplicate') },
    'separator',
    remove,
  ];
}
