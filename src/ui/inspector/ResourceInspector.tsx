import { withUserTypes } from '../../model/rtype.ts';
import type { Resource } from '../../model/experiment.ts';
import { useDocument, useSimulated, useStudio } from '../context/studio-context.tsx';
import { WhatIfMenu } from '../what-if/WhatIfMenu.tsx';
import { AttributesSection } from './AttributesSection.tsx';
import { BehaviorSection } from './BehaviorSection.tsx';
import { sharedAttributes } from '../fields/common-attributes.ts';
import { ConditionsSection } from './ConditionsSection.tsx';
import { ConnectionsSection } from './ConnectionsSection.tsx';
import styles from './Inspector.module.css';
import { ResourceHeader } from './ResourceHeader.tsx';
import { TracesSection } from './TracesSection.tsx';
import { UnknownType } from './UnknownType.tsx';

/** Everything about one resource. */
export function ResourceInspector({
  resource,
  wanted = '',
}: {
  readonly resource: Resource;
  readonly wanted?: string | undefined;
}) {
  const { catalog } = useStudio();
  const types = withUserTypes(
    catalog,
    useDocument((state) => state.experiment.types),
  );
  const type = types.get(resource.rtype);
  const hasRun = useSimulated((state) => state.record !== undefined);
  const resources = [resource];
  return (
    <>
      <ResourceHeader resource={resource} />
      {hasRun && (
        <div className={styles.whatIf}>
          <WhatIfMenu wide />
        </div>
      )}
      {!type && <UnknownType resource={resource} />}
      <AttributesSection
        attributes={sharedAttributes(resources, types)}
        resources={resources}
        wanted={wanted.startsWith('attributes')}
      />
      <ConnectionsSection resource={resource} wanted={wanted.startsWith('connections')} />
      <ConditionsSection resource={resource} wanted={wanted.startsWith('conditions')} />
      <BehaviorSection
        resource={resource}
        type={type}
        wanted={wanted.startsWith('behavior')}
        wantsFailure={wanted.startsWith('behavior.failure')}
      />
      <TracesSection offered={type?.traces ?? []} resources={resources} wanted={wanted.startsWith('traces')} />
    </>
  );
}
