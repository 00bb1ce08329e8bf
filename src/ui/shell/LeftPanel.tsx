import { PanelLeftClose } from 'lucide-react';
import type { LeftTab } from '../../app/stores/view-store.ts';
import { Outline } from '../outline/Outline.tsx';
import { Palette } from '../palette/Palette.tsx';
import { useStudio, useView } from '../context/studio-context.tsx';
import { IconButton } from '../widgets/Button.tsx';
import { Tabs } from '../widgets/Tabs.tsx';
import { Part } from './Part.tsx';

/** What can be added, and what is there already. */
export function LeftPanel() {
  const { view, commands } = useStudio();
  const tab = useView((state) => state.leftTab);
  return (
    <Tabs<LeftTab>
      label="Types and outline"
      value={tab}
      onChange={(leftTab) => view.getState().set({ leftTab })}
      tabs={[
        {
          value: 'types',
          label: 'Types',
          content: (
            <Part name="Palette">
              <h2 className="visually-hidden">Resource types</h2>
              <Palette />
            </Part>
          ),
        },
        {
          value: 'outline',
          label: 'Outline',
          content: (
            <Part name="Outline">
              <Outline />
            </Part>
          ),
        },
      ]}
      aside={
        <IconButton
          label="Fold the palette"
          keys={commands.get('view.palette')?.keys?.[0]}
          icon={<PanelLeftClose aria-hidden />}
          onClick={() => view.getState().fold('palette', true)}
        />
      }
    />
  );
}
