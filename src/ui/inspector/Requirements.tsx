import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import type { Requirement } from '../../model/experiment.ts';
import { TermHelp } from '../help/TermHelp.tsx';
import { useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import lists from './lists.module.css';
import { NEW_REQUIREMENT, ownRequirements, pathOf, printRequirement } from './requirement-change.ts';
import { RequirementEditor } from './RequirementEditor.tsx';
import { SentenceRow } from './SentenceRow.tsx';

/** What a resource, or each of a type, waits for without being told. Its own list replaces the inherited one whole. */
export function Requirements(props: {
  readonly own: readonly Requirement[] | undefined;
  readonly inherited: readonly Requirement[];
  /** Where the inherited ones come from, as in "Use … instead". */
  readonly source: string;
  /** `undefined`: back to what is inherited. */
  readonly onChange: (own: readonly Requirement[] | undefined) => void;
}) {
  const { own, inherited, source, onChange } = props;
  const requirements = own ?? inherited;
  const change = (next: readonly Requirement[]) => onChange(ownRequirements(next, inherited));
  return (
    <div data-field="behavior.requires" tabIndex={-1}>
      <h4 className={lists.subhead}>
        Waits by itself <TermHelp term="gate" />
      </h4>
      {requirements.length > 0 && (
        <ul className={lists.list}>
          {requirements.map((requirement, place) => (
            <SentenceRow
              // A gate has no identity but its place.
              // oxlint-disable-next-line react/no-array-index-key
              key={place}
              sentence={printRequirement(requirement)}
              onRemove={() => change(requirements.toSpliced(place, 1))}
            >
              <RequirementEditor
                requirement={requirement}
                onChange={(next) => change(requirements.with(place, next))}
              />
            </SentenceRow>
          ))}
        </ul>
      )}
      {!own && inherited.length > 0 && (
        <p className={lists.text}>From {source}, as NEPI’s code waits. A change counts in the simulation alone.</p>
      )}
      <div className={lists.ways}>
        <AddRequirement onAdd={(requirement) => change([...requirements, requirement])} />
        {own && (
          <Button edits variant="quiet" onClick={() => onChange(undefined)}>
            {inherited.length > 0 ? `Use ${source}’s instead` : 'Remove all'}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Puts a gate together and adds it whole: one step to undo. */
function AddRequirement({ onAdd }: { readonly onAdd: (requirement: Requirement) => void }) {
  const { view } = useStudio();
  const [draft, setDraft] = useState<Requirement>();
  // Several types can stand open at once, each with its gates.
  const field = useId();
  /** The focus goes where it came from. */
  function close() {
    setDraft(undefined);
    view.getState().set({ wantedField: field });
  }
  if (!draft) {
    return (
      <Button
        edits
        flush
        variant="quiet"
        data-field={field}
        icon={<Plus aria-hidden />}
        onClick={() => {
          setDraft(NEW_REQUIREMENT);
          view.getState().set({ wantedField: `${field}.type` });
        }}
      >
        Add gate
      </Button>
    );
  }
  return (
    <div className={lists.editor} role="group" aria-label="New gate">
      <RequirementEditor requirement={draft} onChange={setDraft} field={`${field}.type`} />
      <div className={lists.actions}>
        <Button
          edits
          variant="primary"
          disabled={pathOf(draft).length === 0}
          onClick={() => {
            onAdd(draft);
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
