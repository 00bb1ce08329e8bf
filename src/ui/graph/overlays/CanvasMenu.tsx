import { type MouseEvent, type ReactNode, use, useRef } from 'react';
import type { Guid } from '../../../model/units.ts';
import { commandEntries } from '../../context/command-entries.ts';
import { useStudio } from '../../context/studio-context.tsx';
import { ContextMenu } from '../../widgets/ContextMenu.tsx';
import type { MenuEntry } from '../../widgets/MenuEntries.tsx';
import type { CanvasActions } from '../actions/canvas-actions.ts';
import { useGraphStore } from '../view/graph-store.ts';
import { type CardId, groupPlace, isGroupCard } from '../scene/folds.ts';
import { type Hit, hitOf } from '../view/hit.ts';
import type { Point } from '../scene/geometry.ts';
import { ViewportContext } from '../view/viewport-context.ts';

const ARRANGE = [
  'arrange.align-left',
  'arrange.align-centre',
  'arrange.align-right',
  'separator',
  'arrange.align-top',
  'arrange.align-middle',
  'arrange.align-bottom',
  'separator',
  'arrange.distribute-across',
  'arrange.distribute-down',
];
const LAYOUT = ['arrange.layout-layered', 'arrange.layout-organic', 'arrange.layout-radial'];

/** Those of these that apply are offered. */
const GROUP = ['arrange.group', 'arrange.ungroup', 'arrange.collapse'];

/** The menu of the canvas, of a card, an edge, a selection: of what was right-clicked. */
export function CanvasMenu({
  actions,
  children,
}: {
  readonly actions: CanvasActions | undefined;
  readonly children: ReactNode;
}) {
  const { commands, document, view, lock } = useStudio();
  const graph = useGraphStore();
  const viewport = use(ViewportContext);
  const opened = useRef<{ readonly hit: Hit; readonly point: Point }>(undefined);

  /** What was clicked becomes what is selected, unless it is part of that already. */
  function onOpen(event: MouseEvent) {
    const root = event.currentTarget.firstElementChild as HTMLElement;
    // Where cards are drawn, what is under the pointer is what it hovers over.
    const drawn = (): Hit | undefined => {
      const { overview, hoveredCard, hoveredEdge } = graph.getState();
      if (overview && hoveredCard !== undefined) return { kind: 'card', guid: hoveredCard };
      return overview && hoveredEdge !== undefined ? { kind: 'edge', id: hoveredEdge } : undefined;
    };
    const hit = hitOf(event.target, root, drawn);
    const point = viewport?.toCanvas({ x: event.clientX, y: event.clientY }) ?? { x: 0, y: 0 };
    opened.current = { hit, point };
    const { selection } = view.getState();
    if (hit.kind === 'card' || hit.kind === 'handle' || hit.kind === 'group') {
      const guids = guidsOf(hit);
      if (!guids.every((guid) => selection.guids.has(guid))) view.getState().select({ guids: new Set(guids) });
    } else if (hit.kind === 'edge') {
      const edge = event.target instanceof Element ? event.target.closest('[data-edge]') : null;
      if (!edge?.hasAttribute('data-selected')) actions?.selectEdge(hit.id);
    } else if (hit.kind === 'ground') view.getState().select({});
  }
  /** The resources that a card or a frame stands for. */
  function guidsOf(hit: Extract<Hit, { kind: 'card' | 'handle' | 'group' }>): readonly Guid[] {
    if (hit.kind !== 'group' && !isGroupCard(hit.guid)) return [hit.guid];
    const place = hit.kind === 'group' ? hit.place : groupPlace(hit.guid);
    return document.getState().experiment.groups[place]?.guids ?? [];
  }

  const entriesOf = (ids: readonly string[]) => commandEntries(commands, ids);
  function entries(): readonly MenuEntry[] {
    const { hit, point } = opened.current ?? {};
    if (!hit || !point || hit.kind === 'other') return [];
    switch (hit.kind) {
      case 'ground':
        return [
          { title: 'Add resource here…', disabled: lock.isLocked(), run: () => actions?.addAt(point) },
          ...entriesOf(['edit.paste-here', 'separator', 'edit.select-all', 'view.fit']),
          'separator',
          { submenu: 'Lay out', entries: entriesOf(LAYOUT) },
          ...entriesOf(['view.snap']),
        ];
      case 'edge':
        return entriesOf(['edit.properties', 'separator', 'edit.delete']);
      case 'card':
      case 'handle':
        return cardEntries(hit.guid, view.getState().selection.guids.size > 1);
      case 'group':
        return cardEntries(guidsOf(hit)[0]!, view.getState().selection.guids.size > 1);
    }
  }
  function cardEntries(guid: CardId, several: boolean): readonly MenuEntry[] {
    return [
      { title: 'Connect to…', keys: 'C', disabled: lock.isLocked(), run: () => actions?.beginWire('connection', guid) },
      {
        title: several ? 'Let another one wait for these…' : 'Let another one wait for this…',
        keys: 'W',
        disabled: lock.isLocked(),
        run: () => actions?.beginWire('condition', guid),
      },
      'separator',
      ...(several
        ? [{ submenu: 'Align and distribute', entries: entriesOf(ARRANGE) }, ...entriesOf(['edit.rename'])]
        : entriesOf(['edit.properties', 'edit.rename'])),
      ...entriesOf(GROUP.filter((id) => commands.get(id)?.enabled?.() ?? true)),
      ...entriesOf(['edit.select-alike', 'separator', 'edit.cut', 'edit.copy', 'edit.duplicate']),
      'separator',
      ...entriesOf(['edit.delete']),
    ];
  }

  return (
    <ContextMenu entries={entries} onOpen={onOpen}>
      {children}
    </ContextMenu>
  );
}
