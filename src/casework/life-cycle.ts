/** The life cycle of a case file: what can be done in which state, and what comes of it. */
const steps = {
  inProgress: { handOver: 'handedOver', finishAtCounter: 'finished', withdraw: 'withdrawn' },
  handedOver: { accept: 'accepted', giveBack: 'returned' },
  returned: { handOver: 'handedOver', withdraw: 'withdrawn' },
  withdrawn: { resume: 'inProgress' },
  accepted: { reopen: 'handedOver' },
  finished: {},
} as const satisfies Record<string, Record<string, string>>

export type State = keyof typeof steps
export type Step = { [S in State]: keyof (typeof steps)[S] }[State]

export const states = Object.keys(steps) as readonly State[]

export const stepsFrom = (state: State): readonly Step[] => Object.keys(steps[state]) as Step[]

/** The state after the step, or `null` if the step cannot be done in this state. */
export const stateAfter = (state: State, step: Step): State | null =>
  (steps[state] as Partial<Record<Step, State>>)[step] ?? null

/** Whether the office may still change answers and evidence. */
export const isAtTheOffice = (state: State): boolean => state === 'inProgress' || state === 'returned'
