import { useMemo } from 'react';
import type { Resource } from '../../model/experiment.ts';
import { withUserTypes } from '../../model/rtype.ts';
import { shownText } from '../../model/visible-text.ts';
import { nearestNames } from '../../rules/nearest.ts';
import { creatableTypes } from '../types/palette-groups.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { SeveritySign } from '../problems/ProblemLine.tsx';
import { Button } from '../widgets/Button.tsx';
import lists from './lists.module.css';
import styles from './UnknownType.module.css';

/** A type that nobody knows: says what that means, and offers those that may be meant. */
export function UnknownType({ resource }: { readonly resource: Resource }) {
  const { document, catalog } = useStudio();
  const userTypes = useDocument((state) => state.experiment.types);
  const { guid, rtype } = resource;
  const nearest = useMemo(
    () =>
      nearestNames(
        rtype,
        creatableTypes(withUserTypes(catalog, userTypes)).map((type) => type.rtype),
      ),
    [rtype, catalog, userTypes],
  );
  return (
    <div className={styles.box} role="group" aria-label="Unknown type">
      <p>
        <SeveritySign severity="error" hideWord />
        <span>
          <code>{shownText(rtype)}</code> is neither one of NEPI’s types nor one of this experiment’s own, so nothing is
          known of its attributes and phases and it can’t be simulated. All that the file says of it is kept.
        </span>
      </p>
      <div className={lists.actions}>
        {nearest.map((name) => (
          <Button
            edits
            key={name}
            onClick={() => document.getState().apply({ kind: 'set-rtype', guids: [guid], rtype: name })}
          >
            Make it a {shownText(name)}
          </Button>
        ))}
        <Button
          edits
          onClick={() => document.getState().apply({ kind: 'set-types', types: [...userTypes, { rtype }] })}
        >
          Declare it in this experiment
        </Button>
      </div>
    </div>
  );
}
