import type { Resource } from '../../model/experiment.ts';
import { cutText, shownText } from '../../model/visible-text.ts';
import { useStudio } from '../context/studio-context.tsx';
import { Checkbox } from '../widgets/Switch.tsx';
import lists from './lists.module.css';
import styles from './TracesSection.module.css';
import { Section } from './Section.tsx';

/** The outputs that the resources' types offer, and which are on. */
export function TracesSection(props: {
  readonly offered: readonly string[];
  readonly resources: readonly Resource[];
  readonly wanted: boolean;
}) {
  const { offered, resources } = props;
  const { document } = useStudio();
  const guids = resources.map(({ guid }) => guid);
  const single = resources.length === 1 ? resources[0] : undefined;
  const strange = single?.traces.filter((trace) => !offered.includes(trace)) ?? [];
  const traces = [...offered, ...strange];
  if (traces.length === 0) return undefined;
  const howMany = (trace: string) => resources.filter((resource) => resource.traces.includes(trace)).length;
  const set = (trace: string, enabled: boolean) =>
    document.getState().apply({ kind: 'set-trace', guids, trace, enabled });
  return (
    <Section
      term="trace"
      name="traces"
      title="Traces"
      count={traces.filter((trace) => howMany(trace) > 0).length}
      wanted={props.wanted}
    >
      <ul className={styles.traces}>
        {traces.map((trace) => {
          const enabled = howMany(trace);
          return (
            <li key={trace} data-field={cutText(`traces.${trace}`)} tabIndex={-1}>
              <Checkbox
                label={shownText(trace)}
                checked={enabled === resources.length}
                mixed={enabled > 0 && enabled < resources.length}
                onChange={(checked) => set(trace, checked)}
              />
              {strange.includes(trace) && <span className={styles.strange}>not a trace of this type</span>}
            </li>
          );
        })}
      </ul>
      {single && offered.length === 0 && <p className={lists.text}>This type offers no traces.</p>}
    </Section>
  );
}
