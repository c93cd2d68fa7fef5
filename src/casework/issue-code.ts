import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../config.js'
import type { Actor } from '../cooperation/actor.js'
import { audit } from '../platform/audit.js'
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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new code for a case that the actor has found, and for a note in this second language. Earlier ones stay good. */
  issue({ staffId, ...actor }: Actor, { id }: CaseFile, language: string | null): Promise<IssuedCode> {
    const code = codeFrom(this.ids.newSecret(codeBytes))
    return this.database.change(async (tx) => {
      const expiresAt = new Date(tx.at.getTime() + this.config.noteCodeDays * day).toISOString()
      await this.codes.add(tx, {
        hash: hashOfCode(code),
        caseFileId: id,
        language,
        madeBy: staffId,
        madeAt: tx.at.toISOString(),
        expiresAt,
      })
      await audit(tx, {
        actor: { staffId, ...actor },
        action: 'caseFile.noteMade',
        subject: { kind: 'caseFile', id },
        details: { language, expiresAt },
      })
      return { code, expiresAt }
    })
  }
}
