import { useLayoutEffect, useMemo, useRef } from 'react';
import { connectionKey } from '../../edit/edit.ts';
import { resourcesByGuid } from '../../model/experiment.ts';
import { useDocument, useSimulating, useView } from '../context/studio-context.tsx';
import { LockedContext } from '../widgets/locked-context.ts';
import { ConditionInspector, ConnectionInspector } from './EdgeInspectors.tsx';
import { EdgesInspector } from './EdgesInspector.tsx';
import { ExperimentInspector } from './ExperimentInspector.tsx';
import styles from './Inspector.module.css';
import { LockedNote } from '../fields/LockedNote.tsx';
import { ResourceInspector } from './ResourceInspector.tsx';
import { SectionFolds } from './Section.tsx';
import { SeveralInspector } from './SeveralInspector.tsx';
import { useWantedField } from '../context/use-wanted-field.ts';

/** Folded until somebody wants them: what is looked at less often. */
const FOLDED_AT_FIRST = ['traces'];

/** Shows and edits what is selected: a resource, several, an edge; or, with nothing selected, the experiment. */
export function Inspector() {
  const root = useRef<HTMLDivElement>(null);
  const wanted = useWantedField(root);
  const kind = useKindShown();
  useLayoutEffect(() => {
    if (root.current) root.current.scrollTop = 0;
  }, [kind]);
  return (
    <>
      <LockedNote />
      <div ref={root} className={styles.inspector}>
        <LockedContext value={useSimulating()}>
          <SectionFolds initiallyFolded={FOLDED_AT_FIRST}>
            <Inspected wanted={wanted} />
          </SectionFolds>
        </LockedContext>
      </div>
    </>
  );
}

/** What kind of thing is shown: another one begins at its head, those of one type are compared where one reads. */
function useKindShown(): string {
  const { guids, connections, conditions } = useView((state) => state.selection);
  const [first] = guids;
  const rtype = useDocument(({ experiment: { resources } }) =>
    first === undefined ? undefined : resourcesByGuid(resources).get(first)?.rtype,
  );
  if (guids.size > 0) return guids.size === 1 ? `resource ${rtype}` : 'several';
  return connections.size + conditions.size > 0 ? 'edges' : 'experiment';
}

function Inspected({ wanted }: { readonly wanted: string | undefined }) {
  const { guids, connections, conditions } = useView((state) => state.selection);
  const allResources = useDocument((state) => state.experiment.resources);
  const allConnections = useDocument((state) => state.experiment.connections);
  const allConditions = useDocument((state) => state.experiment.conditions);

  const resources = useMemo(() => {
    const byGuid = resourcesByGuid(allResources);
    return [...guids].flatMap((guid) => byGuid.get(guid) ?? []);
  }, [guids, allResources]);
  if (resources.length === 1) {
    const resource = resources[0]!;
    return <ResourceInspector key={resource.guid} resource={resource} wanted={wanted} />;
  }
  if (resources.length > 1) return <SeveralInspector resources={resources} wanted={wanted} />;

  const pairs = connections.size === 0 ? [] : allConnections.filter((pair) => connections.has(connectionKey(pair)));
  const places = [...conditions].filter((index) => index < allConditions.length);
  if (pairs.length + places.length > 1) return <EdgesInspector connections={pairs} conditions={places} />;
  if (pairs.length === 1) return <ConnectionInspector connection={pairs[0]!} />;
  if (places.length === 1) {
    const index = places[0]!;
    return <ConditionInspector key={index} index={index} condition={allConditions[index]!} />;
  }
  return <ExperimentInspector wanted={wanted} />;
}
