import { type Resource, resourceLabel } from '../../model/experiment.ts';
import { withUserTypes } from '../../model/rtype.ts';
import { shownText } from '../../model/visible-text.ts';
import { stateAt } from '../../record/state-spans.ts';
import { ProblemsHere } from '../problems/ProblemsHere.tsx';
import { useProblemsOf } from '../problems/use-problems.ts';
import { useDocument, useSimulated, useStudio } from '../context/studio-context.tsx';
import { ResourceIcon } from '../types/resource-icon.tsx';
import { AttributeName } from './AttributeField.tsx';
import { DraftInput } from '../fields/DraftInput.tsx';
import styles from './ResourceHeader.module.css';
import { TypeHelp } from './TypeHelp.tsx';

/** The inspector has places of its own for these. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['unknown-type', 'unknown-attribute']);

/** Who it is: label, type, guid; the state at the cursor while there is a run; what is wrong with it. */
export function ResourceHeader({ resource }: { readonly resource: Resource }) {
  const { document, catalog } = useStudio();
  const types = withUserTypes(
    catalog,
    useDocument((state) => state.experiment.types),
  );
  const state = useSimulated(({ record, cursor }) => record && stateAt(record, resource.guid, cursor));
  const problems = useProblemsOf(resource.guid).filter(({ rule }) => !SHOWN_ELSEWHERE.has(rule));
  const { guid, rtype } = resource;

  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <span className={styles.icon}>
          <ResourceIcon catalog={types} rtype={rtype} size={18} />
        </span>
        <div className={styles.label}>
          <DraftInput
            label="Label"
            field="label"
            passing
            className={styles.labelInput}
            current={resource.label ?? ''}
            placeholder={resourceLabel({ ...resource, label: '' })}
            read={(text) => ({ value: text.trim() })}
            take={(label) => document.getState().apply({ kind: 'set-label', guid, label })}
          />
        </div>
        {state && (
          <span className={styles.state} data-state={state.toLowerCase()}>
            {state}
          </span>
        )}
      </div>
      <div className={styles.facts}>
        <span className={styles.rtype} title={shownText(rtype)} data-field="rtype" tabIndex={-1}>
          <AttributeName name={shownText(rtype)} />
        </span>
        <span className={styles.guid}>guid {guid}</span>
      </div>
      <TypeHelp type={types.get(rtype)} />
      <ProblemsHere problems={problems} />
    </header>
  );
}
