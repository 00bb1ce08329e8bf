import { Dices, FlaskConical } from 'lucide-react';
import type { Simulation } from '../../model/experiment.ts';
import { keepsDigits } from '../../model/number-text.ts';
import { nextSeed, SIMULATION_DEFAULTS } from '../../model/simulation.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { Button, IconButton } from '../widgets/Button.tsx';
import { TermHelp } from '../help/TermHelp.tsx';
import type { Term } from '../help/terms.ts';
import type { Reading } from '../drafts/draft.ts';
import { DraftInput } from '../fields/DraftInput.tsx';
import { readDuration } from '../fields/duration-spec.ts';
import styles from './ExperimentInspector.module.css';
import header from './ResourceHeader.module.css';
import { Section } from './Section.tsx';
import { UserTypes } from './UserTypes.tsx';

/** The experiment itself, shown while nothing is selected. */
export function ExperimentInspector({ wanted = '' }: { readonly wanted?: string | undefined }) {
  const { document, commands } = useStudio();
  const id = useDocument((state) => state.experiment.id);
  const resources = useDocument((state) => state.experiment.resources.length);
  const connections = useDocument((state) => state.experiment.connections.length);
  const conditions = useDocument((state) => state.experiment.conditions.length);
  return (
    <>
      <header className={header.header}>
        <div className={header.title}>
          <span className={header.icon}>
            <FlaskConical size={18} aria-hidden />
          </span>
          <div className={header.label}>
            <DraftInput
              label="Experiment id"
              field="id"
              className={header.labelInput}
              current={id}
              placeholder="Name the experiment"
              read={readId}
              take={(next) => document.getState().apply({ kind: 'set-id', id: next })}
            />
          </div>
        </div>
        <dl className={styles.counts}>
          <Count number={resources} noun="resource" />
          <Count number={connections} noun="connection" />
          <Count number={conditions} noun="condition" />
        </dl>
      </header>
      <SimulationSection wanted={Object.hasOwn(SIMULATION_DEFAULTS, wanted)} />
      <UserTypes wanted={wanted.startsWith('types')} />
      <Section name="hints" title="How to">
        <ul className={styles.hints}>
          <li>Drag a type from the palette onto the canvas, or double-click the canvas.</li>
          <li>Drag from one resource’s handle to another to connect them, from its lower handle for a condition.</li>
          <li>Select a resource to edit it here. F2 renames it.</li>
          <li>Press play to simulate. Nothing is sent anywhere.</li>
        </ul>
        <Button onClick={() => commands.run('help.tour')}>Take the tour</Button>
      </Section>
    </>
  );
}

function Count({ number, noun }: { readonly number: number; readonly noun: string }) {
  return (
    <div>
      <dd>{number}</dd>
      <dt>{number === 1 ? noun : `${noun}s`}</dt>
    </div>
  );
}

function readId(text: string): Reading<string> {
  const id = text.trim();
  return id ? { value: id } : { error: 'An experiment needs a name' };
}

/** Reads a whole number of at least `least`; an emptied field is unset. */
function readWhole(text: string, least: number): Reading<number | undefined> {
  if (text.trim() === '') return { value: undefined };
  const value = Number(text);
  const kind = least === 0 ? 'A whole number, 0 or more' : 'A whole number';
  if (!Number.isInteger(value) || (least === 0 && value < 0)) return { error: kind };
  if (value < least) return { error: `At least ${least}` };
  if (value > Number.MAX_SAFE_INTEGER) return { error: `At most ${Number.MAX_SAFE_INTEGER}` };
  return keepsDigits(text.trim()) ? { value } : { error: kind };
}

function readTime(text: string): Reading<string | undefined> {
  return text.trim() === '' ? { value: undefined } : readDuration(text);
}

function SimulationSection({ wanted }: { readonly wanted: boolean }) {
  const { document } = useStudio();
  const simulation = useDocument((state) => state.experiment.simulation);
  const change = <Key extends keyof Simulation>(key: Key, value: Simulation[Key] | undefined) => {
    const { [key]: _former, ...rest } = simulation;
    document.getState().apply({
      kind: 'set-simulation',
      simulation: value === undefined ? rest : { ...rest, [key]: value },
    });
  };
  const seed = simulation.seed ?? SIMULATION_DEFAULTS.seed;
  return (
    <Section name="simulation" title="Simulation" count={Object.keys(simulation).length} wanted={wanted}>
      <Setting title="Workers" note="Tasks at a time; 0: no limit">
        <DraftInput
          label="Workers"
          field="workers"
          numeric
          current={String(simulation.workers ?? '')}
          placeholder={String(SIMULATION_DEFAULTS.workers)}
          read={(text) => readWhole(text, 0)}
          take={(value) => change('workers', value)}
        />
      </Setting>
      <Setting title="Reschedule delay" term="rescheduleDelay" note="Until a task that was put off is tried again">
        <DraftInput
          label="Reschedule delay"
          field="rescheduleDelay"
          current={simulation.rescheduleDelay ?? ''}
          placeholder={SIMULATION_DEFAULTS.rescheduleDelay}
          read={readTime}
          take={(value) => change('rescheduleDelay', value)}
        />
      </Setting>
      <Setting title="Horizon" note="When the simulation gives up">
        <DraftInput
          label="Horizon"
          field="horizon"
          current={simulation.horizon ?? ''}
          placeholder={SIMULATION_DEFAULTS.horizon}
          read={readTime}
          take={(value) => change('horizon', value)}
        />
      </Setting>
      <Setting title="Seed" note="Where random times and failures come from">
        <div className={styles.seed}>
          <div>
            <DraftInput
              label="Seed"
              field="seed"
              numeric
              current={String(simulation.seed ?? '')}
              placeholder={String(SIMULATION_DEFAULTS.seed)}
              read={(text) => readWhole(text, Number.MIN_SAFE_INTEGER)}
              take={(value) => change('seed', value)}
            />
          </div>
          <IconButton
            edits
            label="Another seed"
            icon={<Dices aria-hidden />}
            side="left"
            onClick={() => change('seed', nextSeed(seed))}
          />
        </div>
      </Setting>
    </Section>
  );
}

function Setting(props: {
  readonly title: string;
  readonly term?: Term;
  readonly note: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div className={styles.setting}>
      <div>
        <span>
          {props.title} {props.term && <TermHelp term={props.term} />}
        </span>
        <span className={styles.note}>{props.note}</span>
      </div>
      <div className={styles.value}>{props.children}</div>
    </div>
  );
}
