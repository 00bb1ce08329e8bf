import { STATES, type State } from '../../../model/state.ts';

export interface OverviewTheme {
  readonly card: string;
  readonly border: string;
  readonly icon: string;
  readonly text: string;
  readonly canvas: string;
  readonly connection: string;
  readonly condition: string;
  readonly gate: string;
  readonly selection: string;
  readonly focus: string;
  readonly accent: string;
  readonly danger: string;
  readonly hover: string;
  readonly states: Readonly<Record<State, { readonly fill: string; readonly line: string; readonly text: string }>>;
}

/** Reads the design tokens that hold for an element. */
export function readOverviewTheme(element: Element): OverviewTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim() || 'gray';
  return {
    card: token('--surface-raised'),
    border: token('--border-control'),
    icon: token('--surface-active'),
    text: token('--text-disabled'),
    canvas: token('--canvas'),
    connection: token('--connection'),
    condition: token('--condition'),
    gate: token('--border-strong'),
    selection: token('--selection'),
    focus: token('--focus'),
    accent: token('--accent'),
    danger: token('--danger'),
    hover: token('--border-strong'),
    states: Object.fromEntries(
      STATES.map((state) => {
        const name = `--state-${state.toLowerCase()}`;
        return [state, { fill: token(name), line: token(`${name}-line`), text: token(`${name}-text`) }];
      }),
    ) as OverviewTheme['states'],
  };
}
