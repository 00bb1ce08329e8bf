import { Plus } from 'lucide-react';
import { memo } from 'react';
import type { Catalog, ResourceType } from '../../model/rtype.ts';
import { shownText } from '../../model/visible-text.ts';
import { ResourceIcon } from '../types/resource-icon.tsx';
import { startDrag } from '../types/drag-image.ts';
import styles from './Palette.module.css';
import { lastPart } from '../types/search.ts';

const PLUS = <Plus size={14} aria-hidden />;

/**
 * One type: dragged onto the canvas, or added by Enter, a double click or its plus. A button in all but its element,
 * which must be draggable in every browser.
 */
export const PaletteItem = memo(function PaletteItem(props: {
  readonly type: ResourceType;
  readonly catalog: Catalog;
  /** The group it stands in doesn't say it already. */
  readonly showNamespace: boolean;
  /** Nothing can be added now. */
  readonly locked: boolean;
  readonly onAdd: (rtype: string) => void;
  readonly onNotice: (type: ResourceType) => void;
}) {
  const { type, catalog, locked, onAdd, onNotice } = props;
  const { rtype } = type;
  const shownType = shownText(rtype);
  const name = lastPart(shownType);
  const namespace = props.showNamespace ? shownType.slice(0, -name.length).replace(/::$/, '') : '';
  return (
    <div
      role="button"
      tabIndex={-1}
      data-stop
      data-rtype={shownType}
      className={styles.item}
      aria-label={`Add ${shownType}`}
      aria-disabled={locked || undefined}
      draggable={!locked}
      onDragStart={(event) => startDrag(event.dataTransfer, rtype, event.currentTarget, styles.ghost ?? '')}
      onPointerEnter={() => onNotice(type)}
      onFocus={() => onNotice(type)}
      onDoubleClick={() => onAdd(rtype)}
      onClick={(event) => {
        // A click without a pointer comes from a screen reader or a voice.
        if (event.detail === 0) onAdd(rtype);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onAdd(rtype);
        }
      }}
    >
      <ResourceIcon catalog={catalog} rtype={rtype} />
      <span className={styles.name}>{name}</span>
      <span className={styles.namespace}>{namespace}</span>
      {/* The item itself is the button for keys and screen readers; the plus is for the mouse and the finger. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        className={styles.add}
        title={`Add ${shownType}`}
        onClick={(event) => {
          event.stopPropagation();
          onAdd(rtype);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {PLUS}
      </span>
    </div>
  );
});
