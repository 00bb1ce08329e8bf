import { ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Behavior, UserType } from '../../model/experiment.ts';
import { ROOT_TYPE, withUserTypes } from '../../model/rtype.ts';
import { PHASES } from '../../model/state.ts';
import { cutText, shownText } from '../../model/visible-text.ts';
import { countOf } from '../text/count-text.ts';
import { useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { DraftInput } from '../fields/DraftInput.tsx';
import { DurationField } from './DurationField.tsx';
import { FieldButton } from '../fields/FieldButton.tsx';
import lists from './lists.module.css';
import { Requirements } from './Requirements.tsx';
import { newAttribute, readParent, readTraces, readTypeName, withList } from './user-type.ts';
import { UserAttribute } from './UserAttribute.tsx';
import styles from './UserTypes.module.css';

/** One type of the experiment's own: name, parent, attributes, traces, times. */
export function UserTypeCard(props: {
  readonly types: readonly UserType[];
  readonly index: number;
  /** How many resources are of it. */
  readonly used: number;
  /** Id of the datalist with all types' names. */
  readonly knownTypes: string;
  readonly onRename: (rtype: string) => void;
  readonly onChange: (type: UserType) => void;
  readonly onRemove: () => void;
}) {
  const { types, index, used, onChange } = props;
  const { catalog } = useStudio();
  const [open, setOpen] = useState(false);
  const type = types[index]!;
  const attributes = type.attributes ?? [];
  const parent = withUserTypes(catalog, types).get(type.extends ?? ROOT_TYPE);

  function setBehavior<Key extends keyof Behavior>(key: Key, value: Behavior[Key]) {
    const { [key]: _former, ...others } = type.behavior ?? {};
    const behavior: Behavior = value === undefined ? others : { ...others, [key]: value };
    const { behavior: _behavior, ...rest } = type;
    onChange(Object.keys(behavior).length > 0 ? { ...rest, behavior } : rest);
  }

  return (
    <div className={lists.editor} role="group" aria-label={`Type ${shownText(type.rtype)}`}>
      <div className={styles.line} data-field={cutText(`types.${type.rtype}`)}>
        <div className={styles.grow}>
          <DraftInput
            label="Type name"
            current={type.rtype}
            read={(text) => readTypeName(types, index, text)}
            take={props.onRename}
          />
        </div>
        <FieldButton
          aria-label={`Remove ${shownText(type.rtype)}`}
          title={used > 0 ? `Used by ${used}: change their type first` : 'Remove'}
          disabled={used > 0}
          onClick={props.onRemove}
        >
          <Trash2 size={14} aria-hidden />
        </FieldButton>
      </div>
      <div className={styles.line}>
        <span className={styles.word} aria-hidden="true">
          extends
        </span>
        <div className={styles.grow}>
          <DraftInput
            label="Extends"
            current={type.extends ?? ROOT_TYPE}
            list={props.knownTypes}
            read={(text) => readParent(types, index, catalog, text)}
            take={(next) => onChange({ ...type, extends: next })}
          />
        </div>
      </div>
      <Button
        flush
        variant="quiet"
        aria-expanded={open}
        icon={open ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {open
          ? 'Less'
          : `${countOf(attributes.length, 'attribute')}, ${countOf(type.traces?.length ?? 0, 'trace')}, times…`}
      </Button>
      {open && (
        <>
          <h4 className={lists.subhead}>Attributes</h4>
          {attributes.map((_attribute, place) => (
            <UserAttribute
              // As with types: their place is all they are known by.
              // oxlint-disable-next-line react/no-array-index-key
              key={place}
              attributes={attributes}
              index={place}
              onChange={(next) => onChange(withList(type, 'attributes', attributes.with(place, next)))}
              onRemove={() => onChange(withList(type, 'attributes', attributes.toSpliced(place, 1)))}
            />
          ))}
          <Button
            edits
            flush
            variant="quiet"
            icon={<Plus aria-hidden />}
            onClick={() => onChange(withList(type, 'attributes', [...attributes, newAttribute(attributes)]))}
          >
            Add attribute
          </Button>
          <h4 className={lists.subhead}>Traces</h4>
          <DraftInput
            label="Traces"
            current={type.traces?.join(', ') ?? ''}
            placeholder="log, statistics"
            read={readTraces}
            take={(traces) => onChange(withList(type, 'traces', [...traces]))}
          />
          <h4 className={lists.subhead}>How long each phase takes</h4>
          {PHASES.map((phase) => (
            <DurationField
              key={phase}
              phase={phase}
              own={type.behavior?.[phase]}
              inherited={parent?.behavior[phase]}
              onSet={(spec) => setBehavior(phase, spec)}
            />
          ))}
          <Requirements
            own={type.behavior?.requires}
            inherited={parent?.behavior.requires ?? []}
            source={parent?.rtype ?? ROOT_TYPE}
            onChange={(requires) => setBehavior('requires', requires)}
          />
        </>
      )}
    </div>
  );
}
