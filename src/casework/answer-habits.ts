import type { Weigh } from '../precheck/diagram/questions-left.js'

/** How often each answer was given in past cases, which says what is best asked next. Who knows the past tells it. */
export abstract class AnswerHabits {
  /** The same function as long as nothing new is known; `undefined` where there are no past cases. */
  abstract of(service: string): Weigh | undefined
}
