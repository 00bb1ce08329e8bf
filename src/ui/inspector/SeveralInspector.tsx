import { Boxes } from 'lucide-react';
import { useMemo } from 'react';
import { groupMadeOf } from '../../edit/group.ts';
import type { Resource } from '../../model/experiment.ts';
import { withUserTypes } from '../../model/rtype.ts';
import { useDocument, useSeenExperiment, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { ResourceIcon } from '../types/resource-icon.tsx';
import { AttributesSection } from './AttributesSection.tsx';
import { sharedAttributes, sharedTraces } from '../fields/common-attributes.ts';
import { GroupHeader } from './GroupHeader.tsx';
import header from './ResourceHeader.module.css';
import lists from './lists.module.css';
import { Section } from './Section.tsx';
import { TracesSection } from './TracesSection.tsx';

/** Several resources: what they share, edited for all of them at once. */
export function SeveralInspector({
  resources,
  wanted = '',
}: {
  readonly resources: readonly Resource[];
  readonly wanted?: string | undefined;
}) {
  const { document, view, catalog } = useStudio();
  const types = withUserTypes(
    catalog,
    useDocument((state) => state.experiment.types),
  );
  const experiment = useSeenExperiment();
  const place = groupMadeOf(experiment, new Set(resources.map(({ guid }) => guid)));
  const byType = useMemo(() => {
    const groups = new Map<string, Resource[]>();
    for (const resource of resources) {
      const group = groups.get(resource.rtype);
      if (group) group.push(resource);
      else groups.set(resource.rtype, [resource]);
    }
    return groups;
  }, [resources]);
  return (
    <>
      {place !== undefined ? (
        <GroupHeader key={place} group={experiment.groups[place]!} index={place} />
      ) : (
        <header className={header.header}>
          <div className={header.title}>
            <span className={header.icon}>
              <Boxes size={18} aria-hidden />
            </span>
            <h2 className={header.heading}>{resources.length} resources</h2>
          </div>
          <p className={header.help}>What is set here is set for all of them, in one step.</p>
        </header>
      )}
      <Section name="selected" title="Selected">
        <ul className={lists.list}>
          {[...byType].map(([rtype, group]) => (
            <li key={rtype} className={lists.row}>
              <ResourceIcon catalog={types} rtype={rtype} size={14} />
              <button
                type="button"
                className={lists.link}
                title={`Select only these ${group.length}`}
                onClick={() => view.getState().select({ guids: new Set(group.map(({ guid }) => guid)) })}
              >
                {rtype}
              </button>
              <span className={lists.aside}>{group.length}</span>
            </li>
          ))}
        </ul>
        <Button
          edits
          variant="danger"
          onClick={() => document.getState().apply({ kind: 'remove', guids: resources.map(({ guid }) => guid) })}
        >
          Delete {resources.length} resources
        </Button>
      </Section>
      <AttributesSection
        attributes={sharedAttributes(resources, types)}
        resources={resources}
        wanted={wanted === 'attributes'}
      />
      <TracesSection offered={sharedTraces(resources, types)} resources={resources} wanted={false} />
    </>
  );
}
