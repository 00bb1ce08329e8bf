import { STATES } from '../../model/state.ts';

/** The colours of one state: its fill, the word on it, its outline. */
export interface StatePaint {
  readonly fill: string;
  readonly text: string;
  readonly line: string;
}

/** What the timeline draws with; read from the design tokens (CSS custom properties) once per theme. */
export interface TimelineTheme {
  readonly surface: string;
  readonly sunken: string;
  readonly hover: string;
  readonly text: string;
  readonly muted: string;
  readonly border: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  /** What an event led to, as against what led to it. */
  readonly effect: string;
  readonly danger: string;
  readonly font: string;
  /** By state code. */
  readonly states: readonly StatePaint[];
}

/** Reads the tokens that hold for an element. */
export function readTheme(element: Element): TimelineTheme {
  const style = getComputedStyle(element);
  const token = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  const text = token('--text', 'CanvasText');
  const surface = token('--surface', 'Canvas');
  return {
    surface,
    text,
    sunken: token('--surface-sunken', surface),
    hover: token('--surface-hover', surface),
    muted: token('--text-muted', text),
    border: token('--border', text),
    accent: token('--accent', text),
    accentSoft: token('--accent-soft', surface),
    onAccent: token('--text-on-accent', surface),
    effect: token('--condition', text),
    danger: token('--danger', text),
    font: token('--font', 'sans-serif'),
    states: STATES.map((state) => {
      const name = `--state-${state.toLowerCase()}`;
      return {
        fill: token(name, surface),
        text: token(`${name}-text`, text),
        line: token(`${name}-line`, text),
      };
    }),
  };
}
