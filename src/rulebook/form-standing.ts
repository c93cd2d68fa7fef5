import type { FileProblem } from './file-problem.js'

/** How the official form of a service stands with the rule sets at the counter. */
export interface FormStanding {
  /** With any of these no case of the service is handed over. */
  readonly problems: readonly FileProblem[]
  /** 0: the service has no form. */
  readonly pages: number
  /** `picture`: its pages come into the package as pictures. */
  readonly takenAs: 'pages' | 'picture'
}

/** Tells how forms stand. Who looks into them is the hand-over; authors only ask. */
export abstract class FormStandings {
  abstract of(service: string): Promise<FormStanding>
}
