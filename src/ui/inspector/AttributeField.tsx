import { Eraser, Filter, KeyRound, Lock, RotateCcw } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { isHidden } from '../../model/attribute.ts';
import type { AttributeDefinition, AttributeValue } from '../../model/experiment.ts';
import { isSecret } from '../../model/secret-attribute.ts';
import { cutText, shownText } from '../../model/visible-text.ts';
import { TermHelp } from '../help/TermHelp.tsx';
import { useLocked } from '../widgets/locked-context.ts';
import { isCode } from './code-attributes.ts';
import { canBeEmptied, defaultText, describeAttribute, readAttribute, valueText } from '../fields/attribute-value.ts';
import type { SharedAttribute } from '../fields/common-attributes.ts';
import { DraftInput } from '../fields/DraftInput.tsx';
import { FieldButton } from '../fields/FieldButton.tsx';
import fields from '../drafts/fields.module.css';
import styles from './AttributeField.module.css';
import { namePieces } from './names.ts';
import { NativeSelect } from '../fields/NativeSelect.tsx';

export interface AttributeFieldProps {
  readonly attribute: SharedAttribute;
  /** `undefined`: back to the default. */
  readonly onSet: (name: string, value: AttributeValue | undefined) => void;
  /** The pointer or the focus came to it: its help is wanted. */
  readonly onNotice: (definition: AttributeDefinition) => void;
}

/** One attribute: its name, a control for its kind of value, and a way back to the default. */
export function AttributeField({ attribute, onSet, onNotice }: AttributeFieldProps) {
  const { definition, value, mixed } = attribute;
  const descriptionId = useId();
  const { help, facts } = describeAttribute(definition);
  const isSet = value !== undefined || mixed;
  const readOnly = definition.flags?.includes('NoWrite') ?? false;
  return (
    <div
      className={styles.row}
      data-set={isSet}
      onPointerEnter={() => onNotice(definition)}
      onFocus={() => onNotice(definition)}
    >
      <span className={styles.name}>
        <AttributeName name={shownText(definition.name)} />
        <FlagIcon definition={definition} />
        {definition.name === 'critical' && <TermHelp term="critical" />}
      </span>
      <div className={styles.control}>
        <AttributeControl {...{ attribute, onSet, descriptionId, readOnly }} />
      </div>
      {!readOnly && <AttributeButton definition={definition} isSet={isSet} onSet={onSet} />}
      <span id={descriptionId} className="visually-hidden">
        {help} {facts}
      </span>
    </div>
  );
}

/** Takes a set attribute back to its default; makes an unset one the empty text, where that is something else. */
function AttributeButton(props: {
  readonly definition: AttributeDefinition;
  readonly isSet: boolean;
  readonly onSet: AttributeFieldProps['onSet'];
}) {
  const { definition, isSet, onSet } = props;
  const { name } = definition;
  const shown = shownText(name);
  if (isSet) {
    return (
      <FieldButton
        aria-label={`Reset ${shown} to its default`}
        title="Back to the default"
        onClick={() => onSet(name, undefined)}
      >
        <RotateCcw size={13} aria-hidden="true" />
      </FieldButton>
    );
  }
  if (!canBeEmptied(definition)) return undefined;
  return (
    <FieldButton
      data-on-notice
      aria-label={`Set ${shown} to empty text`}
      title="Empty text"
      onClick={() => onSet(name, '')}
    >
      <Eraser size={13} aria-hidden="true" />
    </FieldButton>
  );
}

/** A name that may break before its capitals. */
export function AttributeName({ name }: { readonly name: string }): ReactNode {
  return namePieces(name).map((piece, index) => (
    // The pieces of one name never move.
    // oxlint-disable-next-line react/no-array-index-key
    <span key={index}>
      {index > 0 && <wbr />}
      {piece}
    </span>
  ));
}

function FlagIcon({ definition }: { readonly definition: AttributeDefinition }) {
  const flags = definition.flags ?? [];
  const Icon = isSecret(definition)
    ? KeyRound
    : flags.includes('NoWrite')
      ? Lock
      : flags.includes('Filter')
        ? Filter
        : undefined;
  return Icon && <Icon className={styles.flag} size={11} aria-hidden="true" />;
}

function AttributeControl(props: {
  readonly attribute: SharedAttribute;
  readonly onSet: AttributeFieldProps['onSet'];
  readonly descriptionId: string;
  readonly readOnly: boolean;
}) {
  const { attribute, onSet, descriptionId, readOnly } = props;
  const { definition, definitions, value, mixed } = attribute;
  const { name } = definition;
  const field = cutText(`attributes.${name}`);
  const label = shownText(name);
  const locked = useLocked();
  const set = (next: AttributeValue | undefined) => onSet(name, next);

  // A value of the wrong kind (from a file) is shown as the text it is, so that it can be seen and put right.
  const isMasked = isSecret(definition);
  const isToggle = !isMasked && definition.type === 'BOOL' && (value === undefined || typeof value === 'boolean');
  if (isToggle) {
    const on = (value ?? definition.default) === true;
    const word = mixed ? 'mixed' : String(on);
    return (
      <label className={fields.toggleRow} data-default={value === undefined && !mixed}>
        <input
          type="checkbox"
          className={fields.toggle}
          aria-label={label}
          aria-describedby={descriptionId}
          data-field={field}
          checked={on && !mixed}
          disabled={readOnly || locked}
          ref={(input) => {
            if (input) input.indeterminate = mixed;
          }}
          onChange={() => set(mixed ? true : !on)}
        />
        <span aria-hidden="true">{word}</span>
      </label>
    );
  }
  if (definition.type === 'ENUM' && definition.allowed && !readOnly && !isMasked) {
    const preset = defaultText(definition);
    const choices = [
      { value: '', title: mixed ? 'mixed' : preset ? `${preset} (default)` : 'not set' },
      ...definition.allowed.map((allowed) => ({ value: String(allowed), title: String(allowed) })),
    ];
    const text = valueText(value);
    if (!choices.some((choice) => choice.value === text)) choices.push({ value: text, title: `${text} (not allowed)` });
    return (
      <NativeSelect
        label={label}
        value={text}
        choices={choices}
        field={field}
        describedBy={descriptionId}
        isDefault={value === undefined}
        onChoose={(chosen) => set(definition.allowed!.find((allowed) => String(allowed) === chosen))}
      />
    );
  }
  return (
    <DraftInput
      label={label}
      current={isHidden(definition) ? '' : valueText(value)}
      read={(text) => readAttribute(definitions, text)}
      take={set}
      placeholder={placeholderOf(attribute)}
      field={field}
      describedBy={descriptionId}
      numeric={definition.type === 'INTEGER' || definition.type === 'DOUBLE'}
      masked={isMasked}
      multiline={definition.type === 'STRING' && !isMasked}
      code={definition.type === 'STRING' && isCode(name)}
      readOnly={readOnly}
    />
  );
}

/** What stands in an empty field: why it is empty. */
function placeholderOf({ definition, value, mixed }: SharedAttribute): string {
  if (mixed) return 'mixed';
  if (value === '') return 'empty text';
  return definition.flags?.includes('NoWrite') ? 'set by NEPI' : defaultText(definition);
}
