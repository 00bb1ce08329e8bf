import { useRef } from 'react';
import type { Experiment } from '../../../model/experiment.ts';
import { resourceLabel, resourcesByGuid } from '../../../model/experiment.ts';
import { countSecrets, findSecrets, type SecretPlace } from '../../../model/secrets.ts';
import { useDocument, useStudio } from '../../context/studio-context.tsx';
import { Button } from '../../widgets/Button.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { useWorkbench } from '../../context/workbench-context.tsx';
import styles from './Dialogs.module.css';

/** More than these are counted instead of listed. */
const MOST_LISTED = 8;

/** What is to become of the secrets of an experiment that is exported. */
export function ExportSecretsDialog({ onClose }: { readonly onClose: () => void }) {
  const { files } = useWorkbench();
  const { catalog } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const recommended = useRef<HTMLButtonElement>(null);
  const places = findSecrets(experiment, catalog);
  const exportWith = (secrets: 'left out' | 'included') => {
    onClose();
    files.exportJson(secrets);
  };
  const rest = places.length - MOST_LISTED;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Export passwords and keys too?"
      description={`This experiment holds ${countSecrets(places.length)}. Anyone who gets the file can read what is in it.`}
      initialFocus={recommended}
      footer={
        <>
          <Button onClick={() => exportWith('included')}>Include {places.length === 1 ? 'it' : 'them'}</Button>
          <Button ref={recommended} variant="primary" onClick={() => exportWith('left out')}>
            Leave out {countSecrets(places.length)} (recommended)
          </Button>
        </>
      }
    >
      <ul className={styles.places}>
        {places.slice(0, MOST_LISTED).map((place) => {
          const text = placeText(place, experiment);
          return <li key={text}>{text}</li>;
        })}
        {rest > 0 && <li>and {rest} more</li>}
      </ul>
    </Dialog>
  );
}

function placeText(place: SecretPlace, { resources }: Experiment): string {
  switch (place.kind) {
    case 'resource': {
      const resource = resourcesByGuid(resources).get(place.guid);
      return `${place.attribute} of ${resource ? resourceLabel(resource) : 'a resource'} (guid ${place.guid})`;
    }
    case 'step':
      return `${place.attribute} in step ${place.step + 1} of the script`;
    case 'type':
      return `the default of ${place.attribute} in the type ${place.rtype}`;
  }
}
