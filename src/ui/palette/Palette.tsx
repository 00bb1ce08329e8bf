import { ChevronRight, Search } from 'lucide-react';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { type ResourceType, withUserTypes } from '../../model/rtype.ts';
import { shownText } from '../../model/visible-text.ts';
import { useWantedField } from '../context/use-wanted-field.ts';
import { useDocument, useSimulating, useStudio } from '../context/studio-context.tsx';
import { goBackToWork } from '../focus/workplace.ts';
import styles from './Palette.module.css';
import { PaletteItem } from './PaletteItem.tsx';
import { creatableTypes, groupTypes, type PaletteGroup, recentTypes } from '../types/palette-groups.ts';
import { lastPart, rankTypes } from '../types/search.ts';
import { useAddResource } from './use-add-resource.ts';

/** Open at first; the others unfold on a click, and a search looks into all. */
const OPEN_AT_FIRST: ReadonlySet<string> = new Set(['recent', 'own', 'linux']);

/** All types that can be added, to search, drag and add. */
export function Palette() {
  const { catalog: builtin, canvas } = useStudio();
  const userTypes = useDocument((state) => state.experiment.types);
  const catalog = withUserTypes(builtin, userTypes);
  const recent = useRecent(catalog);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(OPEN_AT_FIRST);
  const [noticed, setNoticed] = useState<ResourceType>();
  const root = useRef<HTMLDivElement>(null);
  const add = useAddResource();
  const locked = useSimulating();
  useWantedField(root);

  const groups = useMemo(() => groupTypes(catalog), [catalog]);
  const found = useMemo(() => (query.trim() ? rankTypes(creatableTypes(catalog), query) : undefined), [catalog, query]);
  const toggle = useCallback(
    (key: string) =>
      setOpen((former) => {
        const next = new Set(former);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  const list = (types: readonly ResourceType[], platform?: string) =>
    types.map((type) => (
      <PaletteItem
        key={type.rtype}
        type={type}
        catalog={catalog}
        showNamespace={platform === undefined || type.rtype !== `${platform}::${lastPart(type.rtype)}`}
        locked={locked}
        onAdd={add}
        onNotice={setNoticed}
      />
    ));

  const shown = found?.[0] ?? noticed;
  return (
    // The keys only move the focus between the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={styles.palette} onKeyDown={(event) => moveFocus(event, root.current)}>
      <label className={styles.search}>
        <Search size={14} aria-hidden />
        <input
          type="search"
          aria-label="Search types"
          placeholder={`Search ${creatableTypes(catalog).length} types`}
          data-field="palette"
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setQuery(event.target.value);
            setNoticed(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found?.[0]) add(found[0].rtype);
            else if (event.key === 'Escape') {
              // First the words go, then the focus, so that the shortcuts work again.
              event.stopPropagation();
              if (query) setQuery('');
              else goBackToWork(canvas.current);
            }
          }}
        />
      </label>
      <div className={styles.scroll}>
        {found ? (
          <Found types={found} query={query}>
            {list(found)}
          </Found>
        ) : (
          [...recent, ...groups].map((group) => (
            <Group key={group.key} group={group} open={open.has(group.key)} onToggle={toggle}>
              {list(group.types, group.key.split('/')[0])}
            </Group>
          ))
        )}
      </div>
      <TypeLine
        type={noticed ?? shown}
        hint={found?.[0] && !noticed && !locked ? 'Enter adds it.' : ''}
        locked={locked}
      />
    </div>
  );
}

/** The types added last, while the experiment has any. */
function useRecent(catalog: Parameters<typeof recentTypes>[1]): readonly PaletteGroup[] {
  const key = useDocument((state) =>
    recentTypes(state.experiment, catalog)
      .map(({ rtype }) => rtype)
      .join('\n'),
  );
  return useMemo(() => {
    const types = key.split('\n').flatMap((rtype) => catalog.get(rtype) ?? []);
    return types.length > 0 ? [{ key: 'recent', title: 'Used here', types }] : [];
  }, [key, catalog]);
}

function Found(props: {
  readonly types: readonly ResourceType[];
  readonly query: string;
  readonly children: React.ReactNode;
}) {
  const { length } = props.types;
  return (
    <>
      <p className={styles.count} role="status">
        {length === 0
          ? `No type matches “${props.query.trim()}”. Try a part of its name, such as “ping”.`
          : `${length} found`}
      </p>
      {props.children}
    </>
  );
}

const CHEVRON = <ChevronRight size={14} aria-hidden />;

function Group(props: {
  readonly group: PaletteGroup;
  readonly open: boolean;
  readonly onToggle: (key: string) => void;
  readonly children: React.ReactNode;
}) {
  const { group, open } = props;
  return (
    <section aria-label={group.title}>
      <h2 className={styles.heading}>
        <button
          type="button"
          data-stop
          className={styles.group}
          aria-expanded={open}
          onClick={() => props.onToggle(group.key)}
          onKeyDown={(event) => {
            if (event.key === (open ? 'ArrowLeft' : 'ArrowRight')) props.onToggle(group.key);
          }}
        >
          {CHEVRON}
          <span>{group.title}</span>
          <span className={styles.number}>{group.types.length}</span>
        </button>
      </h2>
      {open && props.children}
    </section>
  );
}

/** A finger scrolls the list and has no Enter. */
const howToAdd = () =>
  matchMedia('(hover: none)').matches
    ? 'Tap + to add a type to the canvas.'
    : 'Drag a type onto the canvas, or press Enter to add it.';

/** The type under the pointer or the focus, in full. */
function TypeLine(props: { readonly type: ResourceType | undefined; readonly hint: string; readonly locked: boolean }) {
  const { type, hint, locked } = props;
  return (
    <div className={styles.detail}>
      {type ? (
        <>
          <strong>{shownText(type.rtype)}</strong>
          <span>
            {type.help} {hint}
          </span>
        </>
      ) : (
        <span>{locked ? 'Types are added in Design: press T to go there.' : howToAdd()}</span>
      )}
    </div>
  );
}

/** Arrow keys walk through the headings and types; letters go to the search field. */
function moveFocus(event: KeyboardEvent, root: HTMLElement | null): void {
  if (!root || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = root.querySelector('input');
  const stops = [...root.querySelectorAll<HTMLElement>('[data-stop]')];
  const at = stops.indexOf(event.target as HTMLElement);
  let next: HTMLElement | null | undefined;
  if (event.key === 'ArrowDown') next = stops[at + 1];
  else if (event.key === 'ArrowUp') next = at > 0 ? stops[at - 1] : at === 0 ? search : undefined;
  else if (event.key === 'Home' && at >= 0) next = stops[0];
  else if (event.key === 'End' && at >= 0) next = stops.at(-1);
  else if (at >= 0 && event.key.length === 1 && event.key !== ' ') {
    // The letter itself lands in the field, which has the focus before it is typed; it is no shortcut.
    event.stopPropagation();
    search?.focus();
    return;
  }
  if (!next) return;
  event.preventDefault();
  next.focus();
}
