import { type Experiment, resourceLabel } from '../../../model/experiment.ts';
import { useDocument, useStudio } from '../../studio-context.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { ResourceIcon } from '../../widgets/resource-icon.tsx';
import { matchWords, SearchList, type SearchItem } from '../SearchList.tsx';

/** More would not be read. */
const MOST_FOUND = 100;

/** Finds resources by label, guid, type or attribute; picking one selects it and brings it into sight. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const studio = useStudio();
  const experiment = useDocument((state) => state.experiment);
  return (
    <Dialog open onClose={onClose} title="Find a resource" bare>
      <SearchList
        label="Find a resource"
        placeholder="Label, guid, type or attribute"
        nothing={experiment.resources.length ? 'No resource has all these words.' : 'There are no resources yet.'}
        search={(text) =>
          findResources(experiment, text).map((item) => ({
            ...item,
            icon: <ResourceIcon catalog={studio.catalog} rtype={item.rtype} />,
          }))
        }
        onPick={(key) => {
          onClose();
          const guid = Number(key);
          studio.view.getState().select({ guids: new Set([guid]) });
          studio.canvas.current?.reveal(guid);
        }}
      />
    </Dialog>
  );
}

function findResources(experiment: Experiment, text: string): readonly (SearchItem & { readonly rtype: string })[] {
  return experiment.resources
    .map((resource) => {
      const attributes = Object.entries(resource.attributes).map(([name, value]) => `${name}=${String(value)}`);
      const named = matchWords(`${resourceLabel(resource)} ${resource.guid} ${resource.rtype}`, text);
      const score = named >= 0 ? named + 10 : matchWords(`${resource.rtype} ${attributes.join(' ')}`, text);
      const attribute = named < 0 ? attributes.find((entry) => matchWords(entry, text) >= 0) : undefined;
      return { resource, score, attribute };
    })
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FOUND)
    .map(({ resource, attribute }) => ({
      key: String(resource.guid),
      title: resourceLabel(resource),
      rtype: resource.rtype,
      after: `${attribute ?? resource.rtype} · ${resource.guid}`,
    }));
}
