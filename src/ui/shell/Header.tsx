import {
  Contrast,
  Moon,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Pause,
  Play,
  Redo2,
  Sun,
  SunMoon,
  Undo2,
} from 'lucide-react';
import { useDocument, useHistory, useRun, useSimulating, useStudio, useView } from '../context/studio-context.tsx';
import { Button, IconButton } from '../widgets/Button.tsx';
import { Menu } from '../widgets/Menu.tsx';
import { Tooltip } from '../widgets/Tooltip.tsx';
import { commandEntries } from '../context/command-entries.ts';
import { ExperimentName } from './ExperimentName.tsx';
import styles from './Header.module.css';
import { MenuBar } from './MenuBar.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { SaveState } from './SaveState.tsx';

/** The top of the page: what is open, what can be done, how it is saved, and Play. */
export function Header() {
  return (
    <header className={styles.header}>
      <div className={styles.start}>
        <h1 className={styles.mark}>
          <img src="./favicon.svg" alt="" width={20} height={20} />
          <span className={styles.product}>NEPI Studio</span>
        </h1>
        <nav aria-label="Menus">
          <MenuBar />
        </nav>
      </div>
      <div className={styles.middle}>
        <ExperimentName />
        <SaveState />
      </div>
      <div className={styles.end}>
        <HistoryButtons />
        <PanelButtons />
        <ThemeMenu />
        <ModeSwitch />
        <PlayButton />
      </div>
    </header>
  );
}

const UNDO = <Undo2 aria-hidden />;
const REDO = <Redo2 aria-hidden />;

function HistoryButtons() {
  const { commands } = useStudio();
  const { undo, redo } = useHistory();
  const locked = useSimulating();
  return (
    <div className={styles.history}>
      <IconButton
        label={`Undo ${undo ?? ''}`.trim()}
        keys="Mod+Z"
        icon={UNDO}
        disabled={locked || undo === undefined}
        onClick={() => commands.run('edit.undo')}
      />
      <IconButton
        label={`Redo ${redo ?? ''}`.trim()}
        keys="Mod+Y"
        icon={REDO}
        disabled={locked || redo === undefined}
        onClick={() => commands.run('edit.redo')}
      />
    </div>
  );
}

const PANELS = [
  ['palette', 'Palette', PanelLeft],
  ['bottom', 'Bottom panel', PanelBottom],
  ['inspector', 'Inspector', PanelRight],
] as const;

/** What is folded away is got back here. */
function PanelButtons() {
  const { commands } = useStudio();
  const folded = useView((state) => state.folded);
  return (
    <div className={styles.panels} role="group" aria-label="Panels">
      {PANELS.map(([panel, label, Icon]) => (
        <IconButton
          key={panel}
          label={label}
          keys={commands.get(`view.${panel}`)?.keys?.[0]}
          icon={<Icon aria-hidden />}
          pressed={!folded.has(panel)}
          onClick={() => commands.run(`view.${panel}`)}
        />
      ))}
    </div>
  );
}

const THEME_ICONS = { system: SunMoon, light: Sun, dark: Moon, contrast: Contrast };

function ThemeMenu() {
  const { commands } = useStudio();
  const theme = useView((state) => state.theme);
  const Icon = THEME_ICONS[theme];
  return (
    <Menu
      align="end"
      trigger={<IconButton label="Theme" icon={<Icon aria-hidden />} />}
      entries={() =>
        commandEntries(commands, ['view.theme-system', 'view.theme-light', 'view.theme-dark', 'view.theme-contrast'])
      }
    />
  );
}

function PlayButton() {
  const { commands } = useStudio();
  const playing = useRun((state) => state.playing);
  const empty = useDocument((state) => state.experiment.resources.length === 0);
  return (
    <Tooltip text={playing ? 'Pause' : 'Simulate this experiment'} keys="Space">
      <Button
        variant="primary"
        data-tour="play"
        icon={playing ? <Pause aria-hidden /> : <Play aria-hidden />}
        disabled={empty}
        onClick={() => commands.run('run.play')}
      >
        {playing ? 'Pause' : 'Play'}
      </Button>
    </Tooltip>
  );
}
