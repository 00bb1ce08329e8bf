import { Plus } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { Resource, UserType } from '../../model/experiment.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import lists from './lists.module.css';
import { Section } from './Section.tsx';
import { newUserType } from './user-type.ts';
import { UserTypeCard } from './UserTypeCard.tsx';

/** The types that the experiment declares itself. */
export function UserTypes({ wanted }: { readonly wanted: boolean }) {
  const { document, catalog } = useStudio();
  const types = useDocument((state) => state.experiment.types);
  const resources = useDocument((state) => state.experiment.resources);
  const used = useMemo(() => countTypes(resources), [resources]);
  const known = useId();
  const setTypes = (next: readonly UserType[]) => document.getState().apply({ kind: 'set-types', types: next });

  /** Renaming takes the resources of the type along: one act, one step. */
  function rename(index: number, rtype: string) {
    const former = types[index]!.rtype;
    const guids = resources.filter((resource) => resource.rtype === former).map(({ guid }) => guid);
    const renamed = types.map((type, other) =>
      other === index ? { ...type, rtype } : type.extends === former ? { ...type, extends: rtype } : type,
    );
    document.getState().apply({
      kind: 'all',
      label: `rename ${former}`,
      edits: [
        { kind: 'set-types', types: renamed },
        { kind: 'set-rtype', guids, rtype },
      ],
    });
  }

  return (
    <Section name="types" title="Your types" count={types.length} wanted={wanted}>
      {types.length === 0 && (
        <p className={lists.text}>
          A type of your own extends one of NEPI’s with attributes, traces and times of its own.
        </p>
      )}
      {types.map((type, index) => (
        <UserTypeCard
          // Types have no identity but their place; a rename must not take the focus away.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          types={types}
          index={index}
          used={used.get(type.rtype) ?? 0}
          knownTypes={known}
          onRename={(rtype) => rename(index, rtype)}
          onChange={(next) => setTypes(types.with(index, next))}
          onRemove={() => setTypes(types.toSpliced(index, 1))}
        />
      ))}
      <datalist id={known}>
        {catalog.types.map(({ rtype }) => (
          <option key={rtype} value={rtype}>
            {rtype}
          </option>
        ))}
      </datalist>
      <Button
        edits
        flush
        variant="quiet"
        icon={<Plus aria-hidden />}
        onClick={() => setTypes([...types, newUserType(types, catalog)])}
      >
        Add type
      </Button>
    </Section>
  );
}

function countTypes(resources: readonly Resource[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rtype } of resources) counts.set(rtype, (counts.get(rtype) ?? 0) + 1);
  return counts;
}
