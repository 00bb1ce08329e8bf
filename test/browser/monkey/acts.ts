// What the monkey does: random keys, clicks, drags, texts and pastes. The same seed gives the same acts.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { KEYS, PASTES, TEXTS } from './words.ts';

/** Where on the page, as shares of its width and height. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export type Act =
  | { readonly kind: 'press'; readonly keys: string }
  | { readonly kind: 'click'; readonly spot: Spot; readonly button: 'left' | 'right'; readonly times: 1 | 2 }
  /** Clicks one of the controls that can be seen: the page has `which` modulo their number. */
  | { readonly kind: 'control'; readonly which: number }
  | { readonly kind: 'drag'; readonly from: Spot; readonly to: Spot }
  | { readonly kind: 'wheel'; readonly spot: Spot; readonly by: number; readonly zoom: boolean }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'drop'; readonly text: string }
  | { readonly kind: 'reload' };

/** How often each kind of act comes, in parts of their sum. */
const SHARES: readonly (readonly [Act['kind'], number])[] = [
  ['press', 30],
  ['control', 24],
  ['click', 14],
  ['drag', 10],
  ['type', 10],
  ['wheel', 5],
  ['paste', 5],
  ['drop', 1],
  ['reload', 1],
];

/** An endless stream of acts. */
export function* randomActs(seed: number): Generator<Act, never> {
  const generator = xoroshiro128plus(seed);
  const below = (end: number) => uniformInt(generator, 0, end - 1);
  const one = <T>(values: readonly T[]): T => values[below(values.length)]!;
  const spot = (): Spot => ({ x: below(1000) / 1000, y: below(1000) / 1000 });
  const total = SHARES.reduce((sum, [, share]) => sum + share, 0);

  function kind(): Act['kind'] {
    let left = below(total);
    return SHARES.find(([, share]) => (left -= share) < 0)![0];
  }

  function act(which: Act['kind']): Act {
    switch (which) {
      case 'press':
        return { kind: 'press', keys: one(KEYS) };
      case 'control':
        return { kind: 'control', which: below(1_000_000) };
      case 'click':
        return { kind: 'click', spot: spot(), button: below(5) ? 'left' : 'right', times: below(5) ? 1 : 2 };
      case 'drag':
        return { kind: 'drag', from: spot(), to: spot() };
      case 'type':
        return { kind: 'type', text: one(TEXTS) };
      case 'wheel':
        return { kind: 'wheel', spot: spot(), by: below(1201) - 600, zoom: below(2) === 0 };
      case 'paste':
        return { kind: 'paste', text: one(PASTES) };
      case 'drop':
        return { kind: 'drop', text: one(PASTES) };
      case 'reload':
        return { kind: 'reload' };
    }
  }

  for (;;) yield act(kind());
}

/** An act in a line of a log. */
export function describeAct(act: Act): string {
  return JSON.stringify(act, (_, value: unknown) =>
    typeof value === 'string' && value.length > 60 ? `${value.slice(0, 60)}… (${value.length} characters)` : value,
  );
}
