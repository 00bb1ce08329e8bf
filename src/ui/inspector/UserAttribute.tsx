import { Trash2 } from 'lucide-react';
import type { AttributeDefinition } from '../../model/experiment.ts';
import { isSecret } from '../../model/secret-attribute.ts';
import { ATTRIBUTE_TYPES } from '../../model/schema.ts';
import { shownText } from '../../model/visible-text.ts';
import { valueText } from '../fields/attribute-value.ts';
import { DraftInput } from '../fields/DraftInput.tsx';
import { FieldButton } from '../fields/FieldButton.tsx';
import { NativeSelect } from '../fields/NativeSelect.tsx';
import { changeKind, limitsText, readAttributeName, readDefault, readLimits } from './user-type.ts';
import styles from './UserTypes.module.css';

/** One attribute that a type of the user's own adds: its name, kind, default, and what it may be. */
export function UserAttribute(props: {
  readonly attributes: readonly AttributeDefinition[];
  readonly index: number;
  readonly onChange: (attribute: AttributeDefinition) => void;
  readonly onRemove: () => void;
}) {
  const { attributes, index, onChange } = props;
  const attribute = attributes[index]!;
  const { name, type } = attribute;
  const limits = type === 'ENUM' ? 'values: low, high' : 'range: 1 to 10';
  return (
    <div className={styles.attribute} role="group" aria-label={`Attribute ${shownText(name)}`}>
      <div className={styles.line}>
        <div className={styles.grow}>
          <DraftInput
            label="Attribute name"
            current={name}
            read={(text) => readAttributeName(attributes, index, text)}
            take={(next) => onChange({ ...attribute, name: next })}
          />
        </div>
        <div className={styles.kind}>
          <NativeSelect
            label="Kind"
            value={type}
            choices={ATTRIBUTE_TYPES.map((kind) => ({ value: kind, title: kind }))}
            onChoose={(kind) => onChange(changeKind(attribute, kind as AttributeDefinition['type']))}
          />
        </div>
        <FieldButton aria-label={`Remove ${shownText(name)}`} title="Remove" onClick={props.onRemove}>
          <Trash2 size={14} aria-hidden />
        </FieldButton>
      </div>
      <div className={styles.line}>
        <div className={styles.grow}>
          <DraftInput
            label="Default"
            current={valueText(attribute.default)}
            placeholder="no default"
            masked={isSecret(attribute)}
            read={(text) => readDefault(attribute, text)}
            take={onChange}
          />
        </div>
        {type !== 'STRING' && type !== 'BOOL' && (
          <div className={styles.grow}>
            <DraftInput
              label={type === 'ENUM' ? 'Allowed values' : 'Range'}
              current={limitsText(attribute)}
              placeholder={limits}
              read={(text) => readLimits(attribute, text)}
              take={onChange}
            />
          </div>
        )}
      </div>
    </div>
  );
}
