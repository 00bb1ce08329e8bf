import { useStore } from 'zustand';
import type { Guid } from '../../model/units.ts';
import type { Problem } from '../../rules/problem.ts';
import { useStudio } from '../studio-context.tsx';

const NONE: readonly Problem[] = [];

/** The problems of the experiment, worst first. They follow an edit a moment later. */
export function useProblems(): readonly Problem[] {
  return useStore(useStudio().problems, (state) => state.problems);
}

/** The problems by the resource they are at, worst first. */
export function useProblemsByGuid(): ReadonlyMap<Guid, readonly Problem[]> {
  return useStore(useStudio().problems, (state) => state.byGuid);
}

/** The problems at one resource, worst first. */
export function useProblemsOf(guid: Guid): readonly Problem[] {
  return useStore(useStudio().problems, (state) => state.byGuid.get(guid)) ?? NONE;
}
