import { X } from 'lucide-react';
import { useMemo } from 'react';
import { connectionProblem } from '../../catalog/connections.ts';
import { resourcesByGuid, type Resource } from '../../model/experiment.ts';
import { withUserTypes } from '../../model/rtype.ts';
import type { Guid } from '../../model/units.ts';
import { resourceName } from '../../model/resource-name.ts';
import { shownText } from '../../model/visible-text.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { ResourceIcon } from '../types/resource-icon.tsx';
import { FieldButton } from '../fields/FieldButton.tsx';
import styles from './lists.module.css';
import { ResourcePicker } from '../fields/ResourcePicker.tsx';
import { Section } from './Section.tsx';

/** Who a resource is connected to: take one off, connect to another. */
export function ConnectionsSection({ resource, wanted }: { readonly resource: Resource; readonly wanted: boolean }) {
  const { document, view, catalog } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const { guid, rtype } = resource;
  const byGuid = resourcesByGuid(experiment.resources);
  const others = useMemo(
    () => experiment.connections.filter((pair) => pair.includes(guid)).map(([a, b]) => (a === guid ? b : a)),
    [experiment.connections, guid],
  );
  const types = withUserTypes(catalog, experiment.types);
  const canConnect = useMemo(() => {
    const taken = new Set([guid, ...others]);
    const find = resourcesByGuid(experiment.resources);
    return (other: Guid) =>
      !taken.has(other) && connectionProblem(types, rtype, find.get(other)?.rtype ?? '') === undefined;
  }, [guid, others, rtype, types, experiment.resources]);

  return (
    <Section term="connection" name="connections" title="Connections" count={others.length} wanted={wanted}>
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map((other) => {
            const end = byGuid.get(other);
            const name = resourceName(experiment.resources, other, `${other} (missing)`);
            return (
              <li key={other} className={styles.row}>
                <ResourceIcon catalog={types} rtype={end?.rtype ?? ''} size={14} />
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => view.getState().select({ guids: new Set([other]) })}
                >
                  {name}
                </button>
                <span className={styles.aside}>{shownText(end?.rtype ?? '')}</span>
                <FieldButton
                  aria-label={`Disconnect from ${name}`}
                  title="Disconnect"
                  onClick={() => document.getState().apply({ kind: 'remove', connections: [[guid, other]] })}
                >
                  <X size={14} aria-hidden />
                </FieldButton>
              </li>
            );
          })}
        </ul>
      )}
      <ResourcePicker
        label="Connect to"
        field="connections"
        once
        placeholder="Connect to…"
        picked={NOBODY}
        among={canConnect}
        onPick={(guids) =>
          document.getState().apply({ kind: 'connect', connections: guids.map((other) => [guid, other]) })
        }
      />
    </Section>
  );
}

const NOBODY: readonly Guid[] = [];
