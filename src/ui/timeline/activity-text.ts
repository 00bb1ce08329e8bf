import { PHASES } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import type { Stretch } from '../../record/stretches.ts';

const PHASE_WORDS: Readonly<Record<(typeof PHASES)[number], string>> = {
  discover: 'discovering',
  provision: 'provisioning',
  ready: 'getting ready',
  start: 'starting',
  run: 'running',
  stop: 'stopping',
  release: 'releasing',
};

/** What a resource does or waits for, in a few words: `waits for server STARTED`. */
export function activityText(stretch: Stretch, labelOf: (guid: Guid) => string): string {
  const who = stretch.member > 0 ? labelOf(stretch.member) : 'another resource';
  const what = stretch.state ?? 'to be there';
  switch (stretch.activity) {
    case 'phase': {
      const phase = PHASES[stretch.ref];
      return phase ? PHASE_WORDS[phase] : 'held up';
    }
    case 'condition':
    case 'wait':
      return `waits for ${who} ${what}`;
    case 'delay':
      return `waits for the time after ${who} ${what}`;
    case 'gate':
      return `needs ${who} ${what} first`;
    case 'group':
      return stretch.member > 0
        ? `waits for its deployment group: ${who} is not READY`
        : 'waits for its deployment group';
    case 'poll':
      return 'waits to be looked at again';
    case 'worker':
      return 'waits for a free worker';
    case 'lock':
      return 'waits for its own lock';
    case 'state':
      return `is not ${stretch.state ?? 'ready'} yet`;
    case 'script':
      return 'nothing to do until the script asks';
    case 'sleep':
      return 'the script sleeps';
  }
}
