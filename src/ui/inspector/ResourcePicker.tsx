import { Combobox } from '@base-ui/react/combobox';
import { Check, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { resourceLabel, resourcesByGuid } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import { useDocument, useStudio } from '../studio-context.tsx';
import { useLocked } from '../widgets/locked-context.ts';
import menu from '../widgets/Menu.module.css';
import { ResourceIcon } from '../widgets/resource-icon.tsx';
import styles from './ResourcePicker.module.css';

/** So many are listed at once; typing narrows the list down. */
const LISTED = 100;

/** Picks resources: chips of those picked, a field that finds more by label, type or guid. */
export function ResourcePicker(props: {
  readonly label: string;
  readonly picked: readonly Guid[];
  readonly onPick: (guids: readonly Guid[]) => void;
  /** Who can be picked; all by default. */
  readonly among?: ((guid: Guid) => boolean) | undefined;
  readonly placeholder?: string;
  /** Taking the last one out is refused: something must stay picked. */
  readonly keepOne?: boolean;
  /** The list closes with the first pick. */
  readonly once?: boolean;
  readonly field?: string | undefined;
}) {
  const { picked, onPick, among, keepOne } = props;
  const { catalog } = useStudio();
  const locked = useLocked();
  const [open, setOpen] = useState(false);
  const resources = useDocument((state) => state.experiment.resources);
  const byGuid = resourcesByGuid(resources);
  const guids = useMemo(
    () => resources.map(({ guid }) => guid).filter((guid) => among?.(guid) ?? true),
    [resources, among],
  );
  const nameOf = (guid: Guid) => {
    const resource = byGuid.get(guid);
    return resource ? resourceLabel(resource) : `${guid} (missing)`;
  };
  const change = (next: readonly Guid[], reason: string) => {
    // Escape leaves the field; it must not take all picks away.
    if (reason === 'escape-key') return;
    if (next.length > 0 || !keepOne) onPick(next);
    if (props.once) setOpen(false);
  };

  return (
    <Combobox.Root
      multiple
      items={guids}
      value={picked}
      onValueChange={(next, { reason }) => change(next, reason)}
      itemToStringLabel={nameOf}
      filter={(guid: Guid, query) => matches(query, guid, nameOf(guid), byGuid.get(guid)?.rtype ?? '')}
      limit={LISTED}
      autoHighlight
      open={open}
      onOpenChange={setOpen}
      disabled={locked}
    >
      <Combobox.InputGroup className={styles.group} data-field={props.field}>
        <Combobox.Chips className={styles.chips}>
          {picked.map((guid) => (
            <Combobox.Chip key={guid} className={styles.chip} aria-label={nameOf(guid)}>
              <ResourceIcon catalog={catalog} rtype={byGuid.get(guid)?.rtype ?? ''} size={12} />
              <span className={styles.name}>{nameOf(guid)}</span>
              {(picked.length > 1 || !keepOne) && !locked && (
                <Combobox.ChipRemove className={styles.remove} aria-label={`Take out ${nameOf(guid)}`}>
                  <X size={11} aria-hidden />
                </Combobox.ChipRemove>
              )}
            </Combobox.Chip>
          ))}
          <Combobox.Input
            className={styles.input}
            aria-label={props.label}
            placeholder={picked.length === 0 ? (props.placeholder ?? 'Choose resources') : 'Add'}
          />
        </Combobox.Chips>
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner className={menu.positioner} sideOffset={4} collisionPadding={8}>
          <Combobox.Popup className={`${menu.popup} ${styles.popup}`} data-select aria-label={props.label}>
            <Combobox.Empty className={styles.empty}>No resource found</Combobox.Empty>
            <Combobox.List className={styles.list}>
              {(guid: Guid) => (
                <Combobox.Item key={guid} value={guid} className={`${menu.item} ${styles.item}`}>
                  <Combobox.ItemIndicator className={menu.indicator} keepMounted>
                    <Check aria-hidden />
                  </Combobox.ItemIndicator>
                  <span className={styles.name}>{nameOf(guid)}</span>
                  <span className={styles.type}>
                    {byGuid.get(guid)?.rtype} {guid}
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

function matches(query: string, guid: Guid, name: string, rtype: string): boolean {
  const text = `${name} ${rtype} ${guid}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
