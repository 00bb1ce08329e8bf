import { ListFilter, Search, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AttributeDefinition, AttributeValue, Resource } from '../../model/experiment.ts';
import { valueWords } from '../../model/secrets.ts';
import type { Guid } from '../../model/units.ts';
import { cutText, shownText } from '../../model/visible-text.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { leaveField } from '../focus/workplace.ts';
import { AttributeField, AttributeName } from './AttributeField.tsx';
import { describeAttribute } from '../fields/attribute-value.ts';
import type { SharedAttribute } from '../fields/common-attributes.ts';
import { FieldButton } from '../fields/FieldButton.tsx';
import fields from '../drafts/fields.module.css';
import styles from './AttributesSection.module.css';
import { orderAttributes } from './names.ts';
import { Section } from './Section.tsx';

/** From how many attributes on a filter is worth its place. */
const FILTER_FROM = 12;

/** The attributes that some resources share; of one resource: all it has. */
export function AttributesSection(props: {
  readonly attributes: readonly SharedAttribute[];
  readonly resources: readonly Resource[];
  readonly wanted: boolean;
}) {
  const { attributes, resources } = props;
  const { document, canvas, catalog } = useStudio();
  const types = useDocument((state) => state.experiment.types);
  const valueOf = valueWords({ types, resources }, catalog);
  const [typed, setFilter] = useState('');
  // What a problem points at must not be filtered away.
  const filter = props.wanted ? '' : typed;
  const [setFirst, setSetFirst] = useState(true);
  const [noticed, setNoticed] = useState<AttributeDefinition>();
  const isSet = ({ value, mixed }: SharedAttribute) => value !== undefined || mixed;

  const byName = new Map(attributes.map((attribute) => [attribute.definition.name, attribute]));
  const names = [...byName.keys()].join('\n');
  // The order is made anew for another resource, filter or order, not when a value is set: nothing jumps under the hand.
  const who = resources.map(({ guid }) => guid).join();
  const order = useMemo(
    () =>
      orderAttributes(names.split('\n'), (name) => byName.has(name) && isSet(byName.get(name)!), { filter, setFirst }),
    // oxlint-disable-next-line react/exhaustive-deps -- byName changes with each value set
    [names, who, filter, setFirst],
  );

  const guids: readonly Guid[] = resources.map(({ guid }) => guid);
  const setAttribute = (name: string, value: AttributeValue | undefined) =>
    document.getState().apply({ kind: 'set-attribute', guids, name, value });
  const unknown = resources.length === 1 ? unknownAttributes(resources[0]!, byName) : [];
  const shown = order.flatMap((name) => byName.get(name) ?? []);
  const many = attributes.length > FILTER_FROM;
  const setCount = attributes.filter(isSet).length + unknown.length;

  return (
    <Section name="attributes" title="Attributes" count={setCount} wanted={props.wanted}>
      <div data-field="attributes">
        {many && (
          <div className={styles.tools}>
            <label className={styles.filter}>
              <Search size={13} aria-hidden="true" />
              <input
                className={fields.input}
                type="search"
                placeholder={`Filter ${attributes.length} attributes`}
                aria-label="Filter attributes"
                value={filter}
                onChange={(event) => setFilter(event.target.value)}
                // First the words go, as in any search, then the focus.
                onKeyDown={({ key, currentTarget }) => {
                  if (key === 'Escape' && !filter) leaveField(currentTarget, canvas.current);
                }}
              />
            </label>
            <button
              type="button"
              className={fields.iconButton}
              aria-pressed={setFirst}
              aria-label="Set ones first"
              title="Set ones first"
              onClick={() => setSetFirst(!setFirst)}
            >
              <ListFilter size={14} aria-hidden="true" />
            </button>
          </div>
        )}
        {unknown.map(([name, value]) => (
          <UnknownAttribute
            key={name}
            name={name}
            text={valueOf(resources[0]!.guid, name, value)}
            typeIsKnown={attributes.length > 0}
            onRemove={() => setAttribute(name, undefined)}
          />
        ))}
        {shown.map((attribute) => (
          <AttributeField
            key={`${who}/${attribute.definition.name}`}
            attribute={attribute}
            onSet={setAttribute}
            onNotice={setNoticed}
          />
        ))}
        {shown.length === 0 && unknown.length === 0 && (
          <p className={styles.empty}>{emptyText(filter, resources.length)}</p>
        )}
        <AttributeHelp definition={noticed && byName.has(noticed.name) ? noticed : shown[0]?.definition} />
      </div>
    </Section>
  );
}

function emptyText(filter: string, resources: number): string {
  if (filter) return `No attribute has “${filter}” in its name.`;
  return resources > 1 ? 'The selected resources share no attributes.' : 'This type has no attributes.';
}

function unknownAttributes(
  resource: Resource,
  known: ReadonlyMap<string, SharedAttribute>,
): readonly (readonly [string, AttributeValue])[] {
  return Object.entries(resource.attributes).filter(([name]) => !known.has(name));
}

/** An attribute of the file that the type doesn't have: kept, shown, removable. */
function UnknownAttribute(props: {
  readonly name: string;
  /** Its value in words. */
  readonly text: string;
  readonly typeIsKnown: boolean;
  readonly onRemove: () => void;
}) {
  return (
    <div className={styles.unknown} data-field={cutText(`attributes.${props.name}`)} tabIndex={-1}>
      <div>
        <strong>
          <AttributeName name={shownText(props.name)} />
        </strong>{' '}
        <span className={styles.value}>{shownText(props.text)}</span>
        {props.typeIsKnown && (
          <p>Not an attribute of this type. It is kept in the file, and does nothing in the simulation.</p>
        )}
      </div>
      <FieldButton aria-label={`Remove ${shownText(props.name)}`} title="Remove" onClick={props.onRemove}>
        <Trash2 size={14} aria-hidden="true" />
      </FieldButton>
    </div>
  );
}

/** What the attribute under the pointer or with the focus is for; a screen reader has it as the field's description. */
function AttributeHelp({ definition }: { readonly definition: AttributeDefinition | undefined }) {
  if (!definition) return undefined;
  const { help, facts } = describeAttribute(definition);
  return (
    <div className={styles.help} aria-hidden="true">
      <strong>{shownText(definition.name)}</strong> {help}
      <span className={styles.facts}>{facts}</span>
    </div>
  );
}
