import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { CheckTrouble } from '../../app/stores/problem-store.ts';
import { resourceLabel, resourcesByGuid } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import type { Problem } from '../../rules/problem.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { foldProblems, type ProblemRow } from './fold-problems.ts';

const NONE: readonly Problem[] = [];

/** The problems of the experiment, worst first. They follow an edit a moment later. */
export function useProblems(): readonly Problem[] {
  return useStore(useStudio().problems, (state) => state.problems);
}

/** Why the problems may be those from before the last edit; undefined: they are not. */
export function useCheckTrouble(): CheckTrouble | undefined {
  return useStore(useStudio().problems, (state) => state.trouble);
}

/** The problems, worst first, alike ones together. */
export function useProblemRows(): readonly ProblemRow[] {
  const problems = useProblems();
  const resources = useDocument((state) => state.experiment.resources);
  return useMemo(() => {
    const byGuid = resourcesByGuid(resources);
    return foldProblems(problems, (guid) => {
      const resource = byGuid.get(guid);
      return resource && resourceLabel(resource);
    });
  }, [problems, resources]);
}

/** The problems by the resource they are at, worst first. */
export function useProblemsByGuid(): ReadonlyMap<Guid, readonly Problem[]> {
  return useStore(useStudio().problems, (state) => state.byGuid);
}

/** The problems at one resource, worst first. */
export function useProblemsOf(guid: Guid): readonly Problem[] {
  return useStore(useStudio().problems, (state) => state.byGuid.get(guid)) ?? NONE;
}
