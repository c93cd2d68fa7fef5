import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { GuessThrottle } from '../cooperation/guess-throttle.js'
import { Clock } from '../platform/clock.js'
import type { Refusal } from '../platform/refusal.js'
import { hashOfCode, readCode } from './case-code.js'
import { CaseCodeStore } from './case-code.store.js'
import type { CaseFile } from './case-file.js'
import { CaseFileStore } from './case-file.store.js'
import { refusals } from './refusals.js'

@Injectable()
export class FindByCode {
  constructor(
    private readonly codes: CaseCodeStore,
    private readonly cases: CaseFileStore,
    private readonly throttle: GuessThrottle,
    private readonly clock: Clock,
  ) {}

  /** The case that a code from a note belongs to. Who tries many waits as at the sign-in. */
  async find({ staffId }: Actor, typed: string): Promise<CaseFile | Refusal> {
    const found = await this.throttle.attempt('code', staffId, () => this.caseOf(typed))
    if (found === null) return refusals.unknownCode()
    return 'minutes' in found ? refusals.tooManyCodes(found.minutes) : found
  }

  /** What cannot be a code is looked for all the same, so that no answer comes sooner than the other. */
  private async caseOf(typed: string): Promise<CaseFile | null> {
    const code = await this.codes.find(hashOfCode(readCode(typed) ?? ''), this.clock.now())
    return code === null ? null : this.cases.find(code.caseFileId, { id: code.caseFileId })
  }
}
