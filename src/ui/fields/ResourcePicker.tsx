import { Combobox } from '@base-ui/react/combobox';
import { Check, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { resourcesByGuid } from '../../model/experiment.ts';
import { withUserTypes } from '../../model/rtype.ts';
import type { Guid } from '../../model/units.ts';
import { findTargets, type Target } from './find-targets.ts';
import { TargetIcon } from './TargetIcon.tsx';
import { useDocument, useStudio, useView } from '../context/studio-context.tsx';
import { useLocked } from '../widgets/locked-context.ts';
import menu from '../widgets/Menu.module.css';
import { foldByType, foldPicked, nameOfPicked, type Picked, togglePicked } from './picked.ts';
import styles from './ResourcePicker.module.css';

const NOTHING: readonly Target[] = [];

/**
 * Picks resources: chips of those picked, a field that finds more by label, type, guid, attribute or group; all that
 * were found, or all that are selected on the canvas, can be taken at once. A group that is picked whole is one chip; of
 * many, those of a type are one, until each is asked for.
 */
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
  const [text, setText] = useState('');
  const experiment = useDocument((state) => state.experiment);
  const selected = useView((state) => state.selection.guids);
  const types = withUserTypes(catalog, experiment.types);
  const byGuid = resourcesByGuid(experiment.resources);
  const targets = useMemo(
    () => (open ? findTargets(experiment, catalog, text, { mayBe: among, selected }) : NOTHING),
    [open, experiment, catalog, text, among, selected],
  );
  const [each, setEach] = useState(false);
  const singly = foldPicked(experiment, picked);
  const byType = foldByType(singly, (guid) => byGuid.get(guid)?.rtype);
  const chips = each ? singly : byType;
  const isPicked = new Set(picked);

  const nameOf = (chip: Picked) => nameOfPicked(chip, experiment.resources);
  const iconOf = ({ key, group, guids }: Picked) => (
    <TargetIcon
      catalog={types}
      target={{
        kind: group === undefined ? 'resource' : 'group',
        ...{ key, guids, title: '', rtype: byGuid.get(guids[0]!)?.rtype ?? '' },
      }}
    />
  );
  /** Of the keys of what is picked, and of what was, the one that is in one of them only. */
  const change = (keys: readonly string[], reason: string) => {
    // Escape leaves the field; it must not take all picks away.
    if (reason === 'escape-key') return;
    const added = targets.find(({ key }) => keys.includes(key) && !chips.some((chip) => chip.key === key));
    const toggled = added ?? chips.find(({ key }) => !keys.includes(key));
    if (!toggled) return;
    const next = togglePicked(picked, toggled.guids);
    if (next.length > 0 || !keepOne) onPick(next);
    if (props.once) setOpen(false);
  };

  return (
    <Combobox.Root
      multiple
      filteredItems={targets.map(({ key }) => key)}
      value={chips.map(({ key }) => key)}
      onValueChange={(next, { reason }) => change(next, reason)}
      inputValue={text}
      onInputValueChange={setText}
      autoHighlight
      open={open}
      onOpenChange={setOpen}
      disabled={locked}
    >
      <Combobox.InputGroup className={styles.group} data-field={props.field}>
        <Combobox.Chips className={styles.chips}>
          {chips.map((chip) => (
            <Combobox.Chip key={chip.key} className={styles.chip} aria-label={nameOf(chip)}>
              {iconOf(chip)}
              <span className={styles.name}>{nameOf(chip)}</span>
              {chip.guids.length > 1 && <span className={styles.count}>{chip.guids.length}</span>}
              {(chips.length > 1 || !keepOne) && !locked && (
                <Combobox.ChipRemove className={styles.remove} aria-label={`Take out ${nameOf(chip)}`}>
                  <X size={11} aria-hidden />
                </Combobox.ChipRemove>
              )}
            </Combobox.Chip>
          ))}
          {byType !== singly && (
            <button type="button" className={styles.each} aria-expanded={each} onClick={() => setEach(!each)}>
              {each ? 'Show types' : 'Show each'}
            </button>
          )}
          <Combobox.Input
            className={styles.input}
            aria-label={props.label}
            data-untouched={text === '' || undefined}
            placeholder={picked.length === 0 ? (props.placeholder ?? 'Choose resources') : 'Add'}
          />
        </Combobox.Chips>
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner className={menu.positioner} sideOffset={4} collisionPadding={8}>
          <Combobox.Popup className={`${menu.popup} ${styles.popup}`} data-select aria-label={props.label}>
            <Combobox.Empty className={styles.empty}>No resource or group found</Combobox.Empty>
            <Combobox.List className={styles.list}>
              {targets.map((target) => {
                const ticked = target.guids.every((guid) => isPicked.has(guid));
                return (
                  <Combobox.Item
                    key={target.key}
                    value={target.key}
                    className={`${menu.item} ${styles.item}`}
                    data-kind={target.kind}
                    aria-selected={ticked}
                  >
                    <span className={styles.tick}>{ticked && <Check aria-hidden />}</span>
                    <TargetIcon catalog={types} target={target} />
                    <span className={styles.name}>{target.title}</span>
                    {target.after && <span className={styles.type}>{target.after}</span>}
                  </Combobox.Item>
                );
              })}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
