import type { FlowNext } from './flow.js'

/** Where a way leaves a step. */
export interface Source {
  readonly y: number
  readonly to: FlowNext
  /** Which of several ways is taken depends on earlier answers. */
  readonly isOneOfSeveral: boolean
}

/** All ways to one step, on one line beside the boxes. */
export interface Lane {
  readonly to: FlowNext
  readonly targetY: number
  readonly sources: readonly Source[]
  /** 0 runs next to the boxes. */
  readonly track: number
}

/** Short lanes run next to the boxes, and no two share a track where both run. */
export function lanesFor(sources: readonly Source[], targetY: (to: FlowNext) => number): Lane[] {
  const tracks: { readonly from: number; readonly until: number }[][] = []
  return [...Map.groupBy(sources, ({ to }) => to)]
    .map(([to, own]) => ({
      to,
      sources: own,
      targetY: targetY(to),
      from: Math.min(...own.map(({ y }) => y)),
    }))
    .toSorted((a, b) => a.targetY - a.from - (b.targetY - b.from))
    .map(({ from, ...lane }) => {
      const free = tracks.findIndex((taken) =>
        taken.every((other) => other.until < from - 6 || other.from > lane.targetY + 6),
      )
      const track = free === -1 ? tracks.push([]) - 1 : free
      tracks[track]!.push({ from, until: lane.targetY })
      return { ...lane, track }
    })
}
