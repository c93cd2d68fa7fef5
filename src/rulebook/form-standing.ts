import type { FileProblem } from './file-problem.js'

/** How the official form of a rule set stands at the counter. */
export interface FormStanding {
  /** With any of these no case with the rule set is handed over. */
  readonly problems: readonly FileProblem[]
  /** 0: the rule set has no form. */
  readonly pages: number
  /** `picture`: its pages come into the package as pictures. */
  readonly takenAs: 'pages' | 'picture'
}

/** Tells how forms stand. Who looks into them is the hand-over; authors only ask. */
export abstract class FormStandings {
  /** @param ruleSet its id; `null` if the counter does not have it */
  abstract of(ruleSet: string): Promise<FormStanding | null>
}
