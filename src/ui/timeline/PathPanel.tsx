import type { ReactNode } from 'react';
import type { Guid, Micros } from '../../model/units.ts';
import { PATH_KINDS } from '../../record/critical-path.ts';
import type { PathWithLevers } from '../../record/levers.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { partsText, PATH_WORDS, waitBefore, whatWasDone } from './path-words.ts';
import { SentenceText } from './SentenceText.tsx';
import styles from './TimelineAside.module.css';
import { printSpan, printTime } from '../text/time-text.ts';

/** The last steps are what one wants to see; a run of a thousand resources has as many. */
const MOST = 40;
const MOST_LEVERS = 5;

/** What the time of the critical path goes into, what to shorten, and its steps, the last first. */
export function PathPanel({
  record,
  path,
  labelOf,
  note,
  onSelect,
  onCursor,
}: {
  /** In which the events of the path are. */
  readonly record: RunRecord;
  readonly path: PathWithLevers;
  /** Stands below the table. */
  readonly note?: ReactNode;
  readonly labelOf: (guid: Guid) => string;
  readonly onSelect: (guid: Guid, additive: boolean) => void;
  readonly onCursor: (time: Micros) => void;
}) {
  const steps = path.links.filter(({ from, to }) => to > from).reverse();
  const levers = path.levers.slice(0, MOST_LEVERS);
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
      {levers.length > 0 && (
        <>
          <p className={styles.chain}>To finish sooner, shorten</p>
          <ul className={styles.levers} data-testid="levers">
            {levers.map(({ pieces, time }) => (
              <li key={JSON.stringify(pieces)} data-micros={time}>
                <SentenceText
                  sentence={{ pieces, kind: 'advice' }}
                  longest={path.end}
                  labelOf={labelOf}
                  onGuid={(guid) => onSelect(guid, false)}
                  onTime={onCursor}
                />{' '}
                <span className={styles.quiet}>({printSpan(time)})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.chain}>Step by step, the last first</p>
      <ol className={styles.steps} reversed>
        {steps.slice(0, MOST).map((step) => {
          const { event, guid, to, parts } = step;
          const wait = waitBefore(record, step);
          return (
            <li key={event}>
              <button
                type="button"
                className={styles.link}
                onClick={() => {
                  onCursor(to);
                  onSelect(guid, false);
                }}
              >
                {labelOf(guid)} at {printTime(to, 1, path.end)}
              </button>
              <span className={styles.quiet}>: {partsText(parts, whatWasDone(record, event))}</span>
              {wait && (
                <span className={styles.before}>
                  Before that:{' '}
                  <SentenceText
                    sentence={wait}
                    longest={path.end}
                    labelOf={labelOf}
                    onGuid={(next) => onSelect(next, false)}
                    onTime={onCursor}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {steps.length > MOST && <p className={styles.quiet}>and {steps.length - MOST} steps before</p>}
    </section>
  );
}

function share(part: Micros, whole: Micros): string {
  const percent = (part / Math.max(1, whole)) * 100;
  return percent < 1 ? '<1 %' : `${Math.round(percent)} %`;
}
