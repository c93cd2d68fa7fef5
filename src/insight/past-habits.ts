import { Inject, Injectable } from '@nestjs/common'
import type { AnswerHabits } from '../casework/answer-habits.js'
import type { Config } from '../config.js'
import { CONFIG } from '../platform/config.token.js'
import type { Weigh } from '../precheck/diagram/questions-left.js'
import { answerFrequencies } from '../precheck/replay/frequencies.js'
import { stampOf } from '../rulebook/file-stamp.js'
import { pastCasesPath, readPastCases } from './past-cases-file.js'
import { WrongPastCases } from './past-cases-format.js'

interface Kept {
  readonly stamp: string
  readonly weigh: Weigh | undefined
}

/** The habits of the last export of each service; a new export counts from the next question on. */
@Injectable()
export class PastHabits implements AnswerHabits {
  private readonly kept = new Map<string, Kept>()

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  of(service: string): Weigh | undefined {
    const path = pastCasesPath(this.config.dataDir, service)
    const stamp = stampOf(path)
    const before = this.kept.get(service)
    if (before?.stamp === stamp) return before.weigh
    const weigh = weighBy(path)
    this.kept.set(service, { stamp, weigh })
    return weigh
  }
}

/** A damaged file must not stop the counter: then all answers are equally likely, as without one. */
function weighBy(path: string): Weigh | undefined {
  try {
    const cases = readPastCases(path)
    return cases === null ? undefined : (diagram) => answerFrequencies(diagram, cases)
  } catch (error) {
    if (error instanceof WrongPastCases) return undefined
    throw error
  }
}
