import { Cable, Hourglass } from 'lucide-react';
import type { Selection } from '../../app/stores/view-store.ts';
import { connectionKey } from '../../edit/edit.ts';
import { type Connection, resourceLabel, resourcesByGuid } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import { countOf, printCount } from '../text/count-text.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { printSentence } from '../fields/condition-text.ts';
import header from './ResourceHeader.module.css';
import lists from './lists.module.css';

/** More are only counted. */
const MOST_LISTED = 50;

/** Several edges, or edges of both kinds: each can be picked out. */
export function EdgesInspector(props: {
  readonly connections: readonly Connection[];
  readonly conditions: readonly number[];
}) {
  const { connections, conditions } = props;
  const { document, view } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const nameOf = (guid: Guid) => {
    const resource = resourcesByGuid(experiment.resources).get(guid);
    return resource ? resourceLabel(resource) : `${guid} (missing)`;
  };
  const listedConnections = connections.slice(0, MOST_LISTED);
  const listedConditions = conditions.slice(0, MOST_LISTED - listedConnections.length);
  const count = connections.length + conditions.length;
  const left = count - listedConnections.length - listedConditions.length;
  const title = [
    ...(connections.length > 0 ? [countOf(connections.length, 'connection')] : []),
    ...(conditions.length > 0 ? [countOf(conditions.length, 'condition')] : []),
  ].join(', ');
  const row = (key: string, text: string, selection: Partial<Selection>) => (
    <li key={key} className={lists.row}>
      {selection.conditions ? <Hourglass size={14} aria-hidden /> : <Cable size={14} aria-hidden />}
      <button
        type="button"
        className={`${lists.link} ${lists.sentence}`}
        title="Select only this one"
        onClick={() => view.getState().select(selection)}
      >
        {text}
      </button>
    </li>
  );
  return (
    <header className={header.header}>
      <div className={header.title}>
        <span className={header.icon}>
          {connections.length > 0 ? <Cable size={18} aria-hidden /> : <Hourglass size={18} aria-hidden />}
        </span>
        <h2 className={header.heading}>{title}</h2>
      </div>
      <ul className={`${lists.list} ${lists.under}`}>
        {listedConnections.map((pair) => {
          const key = connectionKey(pair);
          return row(key, `${nameOf(pair[0])} – ${nameOf(pair[1])}`, { connections: new Set([key]) });
        })}
        {listedConditions.map((index) =>
          row(`condition ${index}`, printSentence(experiment, experiment.conditions[index]!), {
            conditions: new Set([index]),
          }),
        )}
      </ul>
      {left > 0 && <p className={lists.text}>and {printCount(left)} more</p>}
      <Button
        edits
        variant="danger"
        onClick={() => document.getState().apply({ kind: 'remove', connections, conditions })}
      >
        Remove all {printCount(count)}
      </Button>
    </header>
  );
}
