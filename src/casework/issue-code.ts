import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../config.js'
import type { Actor } from '../cooperation/actor.js'
import { audit } from '../platform/audit.js'
import { Clock, lastMomentOf } from '../platform/clock.js'
import { CONFIG } from '../platform/config.token.js'
import { Database } from '../platform/database.js'
import { Ids } from '../platform/ids.js'
import { codeBytes, codeFrom, hashOfCode } from './case-code.js'
import { CaseCodeStore } from './case-code.store.js'
import type { CaseFile } from './case-file.js'

export interface IssuedCode {
  /** Known here and on the paper alone. */
  readonly code: string
  readonly expiresAt: string
}

const day = 24 * 60 * 60_000

@Injectable()
export class IssueCode {
  constructor(
    private readonly codes: CaseCodeStore,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A new code for a case that the actor has found, and for a note in this second language. Earlier ones stay good.
   * @param print puts it on paper; it is kept only after that, because a code on no paper opens the case for nobody
   * @returns the paper
   */
  async issue<T>(
    actor: Actor,
    caseFile: CaseFile,
    language: string | null,
    print: (issued: IssuedCode) => Promise<T>,
  ): Promise<T> {
    const code = codeFrom(this.ids.newSecret(codeBytes))
    const lastDay = new Date(this.clock.now().getTime() + this.config.noteCodeDays * day)
    const expiresAt = lastMomentOf(lastDay).toISOString()
    const paper = await print({ code, expiresAt })
    await this.keep(actor, caseFile, language, { code, expiresAt })
    return paper
  }

  private keep(
    actor: Actor,
    { id }: CaseFile,
    language: string | null,
    { code, expiresAt }: IssuedCode,
  ): Promise<void> {
    return this.database.change(async (tx) => {
      await this.codes.add(tx, {
        hash: hashOfCode(code),
        caseFileId: id,
        language,
        madeBy: actor.staffId,
        madeAt: tx.at.toISOString(),
        expiresAt,
      })
      await audit(tx, {
        actor,
        action: 'caseFile.noteMade',
        subject: { kind: 'caseFile', id },
        details: { language, expiresAt },
      })
    })
  }
}
