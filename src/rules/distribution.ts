import { parseDuration } from '../model/duration.ts';
import type { Behavior, DurationSpec } from '../model/experiment.ts';
import { PHASES, type Phase } from '../model/state.ts';
import type { Place, Rule } from './problem.ts';

/** The largest sigma of a lognormal duration that is not doubted: a hundred times longer or shorter is common then. */
const MOST_SIGMA = 5;

/**
 * Distributions from which nothing can be drawn, because the least is more than the most, and those that spread so widely
 * that a mistake is likely.
 */
export const distribution: Rule = {
  name: 'distribution',
  *check({ experiment, name }) {
    const written: { readonly who: string; readonly place: Place; readonly behavior: Behavior | undefined }[] = [
      ...experiment.types.map(({ rtype, behavior }) => ({
        who: `The type ${rtype}`,
        place: { type: rtype },
        behavior,
      })),
      ...experiment.resources.map(({ guid, behavior }) => ({ who: name(guid), place: { guid }, behavior })),
    ];
    for (const { who, place, behavior } of written) {
      if (!behavior) continue;
      for (const phase of PHASES) {
        const spec = behavior[phase];
        if (spec === undefined) continue;
        const problem = problemOf(phase, spec);
        if (problem) {
          yield {
            severity: 'error',
            message: `${who}: ${problem}. Exchange them.`,
            place: { ...place, field: `behavior.${phase}` },
          };
        }
        if (typeof spec === 'object' && spec.dist === 'lognormal' && spec.sigma > MOST_SIGMA) {
          yield {
            severity: 'warning',
            message:
              `${who}: the duration of ${phase} has a sigma of ${spec.sigma}, so some draws are absurdly long or cannot be ` +
              `counted at all. Sigma is the spread on a logarithmic scale: 0.5 is usual, more than ${MOST_SIGMA} is doubtful.`,
            place: { ...place, field: `behavior.${phase}` },
          };
        }
      }
    }
  },
};

function problemOf(phase: Phase, spec: DurationSpec): string | undefined {
  if (typeof spec === 'string' || !('min' in spec)) return undefined;
  const least = parseDuration(spec.min) ?? 0;
  const most = parseDuration(spec.max) ?? 0;
  if (least > most) return `the least duration of ${phase} (${spec.min}) is more than the most (${spec.max})`;
  if (spec.dist !== 'triangular') return undefined;
  const usual = parseDuration(spec.mode) ?? 0;
  if (usual < least) return `the usual duration of ${phase} (${spec.mode}) is less than the least (${spec.min})`;
  return usual > most ? `the usual duration of ${phase} (${spec.mode}) is more than the most (${spec.max})` : undefined;
}
