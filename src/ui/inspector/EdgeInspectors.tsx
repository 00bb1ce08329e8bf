import { ArrowDownUp, Cable, Hourglass } from 'lucide-react';
import { type Condition, type Connection, resourcesByGuid } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import { resourceName } from '../../model/resource-name.ts';
import { shownText } from '../../model/visible-text.ts';
import { ProblemsHere } from '../problems/ProblemsHere.tsx';
import { useProblems } from '../problems/use-problems.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { ResourceIcon } from '../types/resource-icon.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import { swapSides } from '../fields/condition-draft.ts';
import { printSentence } from '../fields/condition-text.ts';
import header from './ResourceHeader.module.css';
import lists from './lists.module.css';

/** A connection: both its ends. */
export function ConnectionInspector({ connection }: { readonly connection: Connection }) {
  const { document, view, catalog } = useStudio();
  const resources = useDocument((state) => state.experiment.resources);
  const byGuid = resourcesByGuid(resources);
  const nameOf = (guid: Guid) => resourceName(resources, guid, `${guid} (missing)`);
  return (
    <header className={header.header}>
      <div className={header.title}>
        <span className={header.icon}>
          <Cable size={18} aria-hidden />
        </span>
        <h2 className={header.heading}>Connection</h2>
      </div>
      <ul className={`${lists.list} ${lists.under}`}>
        {connection.map((guid) => (
          <li key={guid} className={lists.row}>
            <ResourceIcon catalog={catalog} rtype={byGuid.get(guid)?.rtype ?? ''} size={14} />
            <button
              type="button"
              className={lists.link}
              onClick={() => view.getState().select({ guids: new Set([guid]) })}
            >
              {nameOf(guid)}
            </button>
            <span className={lists.aside}>{shownText(byGuid.get(guid)?.rtype ?? '')}</span>
          </li>
        ))}
      </ul>
      <Button
        edits
        variant="danger"
        onClick={() => document.getState().apply({ kind: 'remove', connections: [connection] })}
      >
        Remove connection
      </Button>
    </header>
  );
}

/** A condition: its sentence, and a field for each part of it. */
export function ConditionInspector(props: { readonly condition: Condition; readonly index: number }) {
  const { condition, index } = props;
  const { document } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const problems = useProblems().filter(({ place }) => place.condition === index);
  const change = (next: Condition) => document.getState().apply({ kind: 'change-condition', index, condition: next });
  return (
    <header className={header.header}>
      <div className={header.title}>
        <span className={header.icon}>
          <Hourglass size={18} aria-hidden />
        </span>
        <h2 className={header.heading}>Condition</h2>
      </div>
      <p className={header.help}>{printSentence(experiment, condition)}</p>
      <ProblemsHere problems={problems} />
      <div className={lists.editor}>
        <ConditionEditor condition={condition} onChange={change} />
      </div>
      <div className={lists.actions}>
        <Button edits icon={<ArrowDownUp aria-hidden />} onClick={() => change(swapSides(condition))}>
          Swap sides
        </Button>
        <Button
          edits
          variant="danger"
          onClick={() => document.getState().apply({ kind: 'remove', conditions: [index] })}
        >
          Remove
        </Button>
      </div>
    </header>
  );
}
