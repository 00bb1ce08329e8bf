import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Condition, Resource } from '../../model/experiment.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import { newCondition } from '../fields/condition-draft.ts';
import { printSentence } from '../fields/condition-text.ts';
import styles from './lists.module.css';
import { Section } from './Section.tsx';
import { SentenceRow } from './SentenceRow.tsx';

/** The conditions in which a resource waits, or is waited for. */
export function ConditionsSection({ resource, wanted }: { readonly resource: Resource; readonly wanted: boolean }) {
  const conditions = useDocument((state) => state.experiment.conditions);
  const { guid } = resource;
  const placed = conditions.map((condition, index) => ({ condition, index }));
  const waits = placed.filter(({ condition }) => condition.resources.includes(guid));
  const awaited = placed.filter(
    ({ condition }) => condition.group.includes(guid) && !condition.resources.includes(guid),
  );
  return (
    <Section
      term="condition"
      name="conditions"
      title="Conditions"
      count={waits.length + awaited.length}
      wanted={wanted}
    >
      <ConditionList title={awaited.length > 0 ? 'Waits' : undefined} conditions={waits} />
      <ConditionList title="Is waited for" conditions={awaited} />
      <AddCondition key={guid} resource={resource} />
    </Section>
  );
}

interface Placed {
  readonly condition: Condition;
  readonly index: number;
}

function ConditionList(props: { readonly title: string | undefined; readonly conditions: readonly Placed[] }) {
  if (props.conditions.length === 0) return undefined;
  return (
    <>
      {props.title && <h4 className={styles.subhead}>{props.title}</h4>}
      <ul className={styles.list}>
        {props.conditions.map((placed) => (
          <ConditionRow key={placed.index} {...placed} />
        ))}
      </ul>
    </>
  );
}

function ConditionRow({ condition, index }: Placed) {
  const { document } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  return (
    <SentenceRow
      sentence={printSentence(experiment, condition)}
      onRemove={() => document.getState().apply({ kind: 'remove', conditions: [index] })}
    >
      <ConditionEditor
        condition={condition}
        onChange={(next) => document.getState().apply({ kind: 'change-condition', index, condition: next })}
      />
    </SentenceRow>
  );
}

/** Puts a condition together and adds it whole: one step to undo. */
function AddCondition({ resource }: { readonly resource: Resource }) {
  const { document, view } = useStudio();
  const [draft, setDraft] = useState<Condition>();
  /** The focus goes where it came from. */
  function close() {
    setDraft(undefined);
    view.getState().set({ wantedField: 'conditions' });
  }
  if (!draft) {
    return (
      <Button
        edits
        flush
        variant="quiet"
        data-field="conditions"
        icon={<Plus aria-hidden />}
        onClick={() => {
          setDraft(newCondition([resource.guid]));
          view.getState().set({ wantedField: 'new.group' });
        }}
      >
        Add condition
      </Button>
    );
  }
  const complete = draft.resources.length > 0 && draft.group.length > 0;
  return (
    <div className={styles.editor} role="group" aria-label="New condition">
      <ConditionEditor condition={draft} isNew onChange={setDraft} />
      <div className={styles.actions}>
        <Button
          edits
          variant="primary"
          disabled={!complete}
          onClick={() => {
            document.getState().apply({ kind: 'add-condition', condition: draft });
            close();
          }}
        >
          Add
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </div>
  );
}
