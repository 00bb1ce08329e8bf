import type { ReactNode } from 'react';
import type { Guid, Micros } from '../../model/units.ts';
import { SCRIPT_GUID } from '../../record/chunk.ts';
import { type CriticalPath, PATH_KINDS } from '../../record/critical-path.ts';
import type { Lane } from './lane.ts';
import { PATH_WORDS } from './path-words.ts';
import styles from './TimelineAside.module.css';
import { printSpan, printTime } from './time-text.ts';

/** The last steps are what one wants to see; a run of a thousand resources has as many. */
const MOST = 40;

/** What the time of the critical path goes into, and its steps, the last first. */
export function PathPanel({
  path,
  lanes,
  note,
  onSelect,
  onCursor,
}: {
  readonly path: CriticalPath;
  /** Stands below the table. */
  readonly note?: ReactNode;
  readonly lanes: readonly Lane[];
  readonly onSelect: (guid: Guid, additive: boolean) => void;
  readonly onCursor: (time: Micros) => void;
}) {
  const steps = path.links.filter(({ from, to }) => to > from).reverse();
  const labelOf = (guid: Guid) =>
    guid === SCRIPT_GUID ? 'the script' : (lanes.find((lane) => lane.guid === guid)?.label ?? `guid ${guid}`);
  return (
    <section aria-label="Critical path">
      <h3 className={styles.title}>Critical path</h3>
      <table className={styles.totals} data-testid="critical-path">
        <tbody>
          {PATH_KINDS.filter((kind) => path.totals[kind] > 0).map((kind) => (
            <tr key={kind} data-kind={kind} data-micros={path.totals[kind]}>
              <th scope="row">{PATH_WORDS[kind]}</th>
              <td>{printSpan(path.totals[kind])}</td>
              <td>{share(path.totals[kind], path.end)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-micros={path.end}>
            <th scope="row">Whole run</th>
            <td>{printTime(path.end)}</td>
            <td>100 %</td>
          </tr>
        </tfoot>
      </table>
      {note}
      <ol className={styles.steps} reversed>
        {steps.slice(0, MOST).map(({ event, guid, from, to, parts }) => (
          <li key={event}>
            <button
              type="button"
              className={styles.link}
              onClick={() => {
                onCursor(to);
                if (guid !== SCRIPT_GUID) onSelect(guid, false);
              }}
            >
              {labelOf(guid)} at {printTime(to, 1, path.end)}
            </button>{' '}
            <span className={styles.quiet}>
              {printSpan(to - from)}: {[...new Set(parts.map(({ kind }) => PATH_WORDS[kind].toLowerCase()))].join(', ')}
            </span>
          </li>
        ))}
      </ol>
      {steps.length > MOST && <p className={styles.quiet}>and {steps.length - MOST} steps before</p>}
    </section>
  );
}

function share(part: Micros, whole: Micros): string {
  const percent = (part / Math.max(1, whole)) * 100;
  return percent < 1 ? '<1 %' : `${Math.round(percent)} %`;
}
