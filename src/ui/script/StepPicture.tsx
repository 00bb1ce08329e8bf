import { CircleSlash, Clock } from 'lucide-react';
import type { Guid } from '../../model/units.ts';
import styles from './ScriptPanel.module.css';
import { dotsOf, type Plan } from './plan.ts';

/** The experiment in small, with those filled in that a step covers; a sign where it is about nobody. */
export function StepPicture(props: {
  readonly plan: Plan;
  readonly covered: readonly Guid[];
  readonly isSleep: boolean;
}) {
  const { plan, covered, isSleep } = props;
  if (covered.length === 0) {
    return (
      <span className={styles.picture} data-empty title={isSleep ? 'only time goes by' : 'covers nobody'}>
        {isSleep ? <Clock size={14} aria-hidden /> : <CircleSlash size={14} aria-hidden />}
        {!isSleep && <span className="visually-hidden">covers nobody</span>}
      </span>
    );
  }
  const words = `covers ${covered.length} of ${plan.places.size}`;
  const { x, y, width, height } = plan.bounds;
  return (
    <span className={styles.picture} title={words}>
      <svg viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
        <path className={styles.others} d={dotsOf(plan, [...plan.places.keys()])} />
        <path className={styles.covered} d={dotsOf(plan, covered)} />
      </svg>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
