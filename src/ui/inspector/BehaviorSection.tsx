import { useState } from 'react';
import type { Behavior, Resource } from '../../model/experiment.ts';
import type { ResourceType } from '../../model/rtype.ts';
import { PHASES } from '../../model/state.ts';
import { useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import styles from './BehaviorSection.module.css';
import { changeFailure, readProbability } from './behavior-change.ts';
import type { Reading } from '../drafts/draft.ts';
import { DraftInput } from '../fields/DraftInput.tsx';
import { DurationField } from './DurationField.tsx';
import lists from './lists.module.css';
import { Requirements } from './Requirements.tsx';
import { Section } from './Section.tsx';

/** An emptied field: back to what is inherited. */
const UNSET: Reading<number | undefined> = { value: undefined };

type BehaviorChange = { readonly [Key in keyof Behavior]?: Behavior[Key] | undefined };

/** How the simulated resource behaves: how long its phases take, how they fail, what they wait for. */
export function BehaviorSection(props: {
  readonly resource: Resource;
  readonly type: ResourceType | undefined;
  readonly wanted: boolean;
  readonly wantsFailure: boolean;
}) {
  const { resource, type } = props;
  const { document } = useStudio();
  const own = resource.behavior ?? {};
  const inherited = type?.behavior ?? {};
  const change = (next: BehaviorChange) =>
    document.getState().apply({ kind: 'set-behavior', guids: [resource.guid], change: next });
  return (
    <Section term="behavior" name="behavior" title="Behavior" count={Object.keys(own).length} wanted={props.wanted}>
      <p className={lists.text}>How long each phase takes in the simulation.</p>
      {PHASES.map((phase) => (
        <DurationField
          key={`${resource.guid}/${phase}`}
          phase={phase}
          own={own[phase]}
          inherited={inherited[phase]}
          onSet={(spec) => change({ [phase]: spec })}
        />
      ))}
      <FailureFields key={resource.guid} {...{ own, inherited, change }} open={props.wantsFailure} />
      <Requirements
        key={`${resource.guid}/requires`}
        own={own.requires}
        inherited={inherited.requires ?? []}
        source="its type"
        onChange={(requires) => change({ requires })}
      />
    </Section>
  );
}

interface PartProps {
  readonly own: Behavior;
  readonly inherited: Behavior;
  readonly change: (change: BehaviorChange) => void;
}

/** The chance that each phase fails at its end. */
function FailureFields({ own, inherited, change, open }: PartProps & { readonly open: boolean }) {
  const [shown, setShown] = useState(false);
  const failure = own.failure ?? inherited.failure;
  const risky = PHASES.filter((phase) => failure?.[phase]);
  if (!shown && !open && risky.length === 0) {
    return (
      <Button edits flush variant="quiet" onClick={() => setShown(true)}>
        Let it fail…
      </Button>
    );
  }
  return (
    <>
      <h4 className={lists.subhead}>Probability of failing at the end of a phase</h4>
      <div className={styles.failures}>
        {PHASES.map((phase) => (
          <label key={phase} className={styles.failure}>
            <span>{phase}</span>
            <DraftInput<number | undefined>
              label={`${phase} failure probability`}
              field={`behavior.failure.${phase}`}
              current={own.failure?.[phase] === undefined ? '' : String(own.failure[phase])}
              placeholder={String(inherited.failure?.[phase] ?? 0)}
              numeric
              read={(text) => (text.trim() === '' ? UNSET : readProbability(text))}
              take={(value) => change({ failure: changeFailure(own.failure, inherited.failure, phase, value) })}
            />
          </label>
        ))}
      </div>
    </>
  );
}
