import { ChevronFirst, ChevronLast, Pause, Play, StepBack, StepForward } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { IconButton } from '../widgets/Button.tsx';
import { Select } from '../widgets/Select.tsx';
import styles from './TransportBar.module.css';

export interface TransportBarProps {
  /** The cursor moves along. */
  readonly playing: boolean;
  /** There is something to run. */
  readonly canPlay: boolean;
  /** There is nothing to go back to, or on to. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Virtual seconds a real second; Infinity: as fast as it can. */
  readonly speed: number;
  readonly speeds: readonly number[];
  readonly onPlay: () => void;
  readonly onPause: () => void;
  readonly onSpeed: (speed: number) => void;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onFirst: () => void;
  readonly onLast: () => void;
  /** Shows the time: it changes with every frame, the buttons seldom do. */
  readonly time: ReactNode;
}

const SIGNS = {
  first: <ChevronFirst />,
  previous: <StepBack />,
  pause: <Pause />,
  play: <Play />,
  next: <StepForward />,
  last: <ChevronLast />,
};

/** Play, step, speed and time of the run on screen. */
export const TransportBar = memo(function TransportBar(props: TransportBarProps) {
  const { playing, atStart, atEnd, speed, speeds } = props;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Run">
      <IconButton label="First instant" keys="Home" icon={SIGNS.first} disabled={atStart} onClick={props.onFirst} />
      <IconButton label="Previous event" keys="," icon={SIGNS.previous} disabled={atStart} onClick={props.onPrevious} />
      {playing ? (
        <IconButton label="Pause" keys="Space" variant="primary" icon={SIGNS.pause} onClick={props.onPause} />
      ) : (
        <IconButton
          label="Play"
          keys="Space"
          variant="primary"
          icon={SIGNS.play}
          disabled={!props.canPlay}
          onClick={props.onPlay}
        />
      )}
      <IconButton label="Next event" keys="." icon={SIGNS.next} disabled={atEnd} onClick={props.onNext} />
      <IconButton label="Last instant" keys="End" icon={SIGNS.last} disabled={atEnd} onClick={props.onLast} />
      <span className={styles.speed}>
        <Select
          label="Speed"
          hideLabel
          value={String(speed)}
          options={speeds.map((value) => ({ value: String(value), label: speedText(value) }))}
          onChange={(value) => props.onSpeed(Number(value))}
        />
      </span>
      {props.time}
    </div>
  );
});

function speedText(speed: number): string {
  return speed === Infinity ? 'As fast as it can' : `${speed}×`;
}
