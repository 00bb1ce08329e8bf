import type { Guid } from '../../model/units.ts';
import styles from './ScriptPanel.module.css';
import { dotsOf, type Plan } from './plan.ts';

/** The experiment in small, with those filled in that a step covers. */
export function StepPicture({ plan, covered }: { readonly plan: Plan; readonly covered: readonly Guid[] }) {
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
