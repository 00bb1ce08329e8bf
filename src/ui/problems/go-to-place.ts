import type { Studio } from '../../app/stores/studio.ts';
import { connectionKey } from '../../edit/edit.ts';
import type { Place, Problem } from '../../rules/problem.ts';

/** Shows the place of a problem: selects it, brings it into sight, and asks for the focus in the field at fault. */
export function goToPlace(studio: Studio, place: Place): void {
  const { view, document, canvas } = studio;
  const { experiment } = document.getState();
  const { guid, condition, connection, step, field } = place;
  if (step !== undefined) {
    view.getState().showBottom('script');
    view.getState().set({ wantedField: `script.${step}${field ? `.${field}` : ''}` });
    return;
  }
  const pair = connection === undefined ? undefined : experiment.connections[connection];
  if (condition !== undefined) view.getState().select({ conditions: new Set([condition]) });
  else if (pair) view.getState().select({ connections: new Set([connectionKey(pair)]) });
  else view.getState().select(guid === undefined ? {} : { guids: new Set([guid]) });
  view.getState().fold('inspector', false);
  view.getState().set({ wantedField: place.type === undefined ? field : `types.${place.type}` });
  const shown =
    guid ?? pair?.[0] ?? (condition === undefined ? undefined : experiment.conditions[condition]?.resources[0]);
  if (shown !== undefined) canvas.current?.reveal(shown);
}

/** Selects all resources that alike problems are about, and asks for the field at fault, which then is set for all. */
export function goToAll({ view }: Studio, problems: readonly Problem[]): void {
  view.getState().select({ guids: new Set(problems.flatMap(({ place }) => place.guid ?? [])) });
  view.getState().fold('inspector', false);
  view.getState().set({ wantedField: problems[0]?.place.field });
}
