import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../../config.js'
import { Desk } from '../../casework/desk.js'
import { precheckCase } from '../../casework/pre-check.js'
import type { Actor } from '../../cooperation/actor.js'
import { OfficeDirectory } from '../../cooperation/office-directory.store.js'
import { Clock } from '../../platform/clock.js'
import { CONFIG } from '../../platform/config.token.js'
import { paths } from '../../web/paths.js'
import { Workshop } from '../child/workshop.js'
import { describeNote } from './describe-note.js'
import { namesOf } from '../names.js'

export interface Note {
  readonly caseNumber: string
  readonly pdf: Buffer
}

@Injectable()
export class MakeNote {
  constructor(
    private readonly desk: Desk,
    private readonly directory: OfficeDirectory,
    private readonly workshop: Workshop,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The note for the citizen, as the case stands now; `null` for a case of others. Nothing is kept of it. */
  async make(actor: Actor, id: string): Promise<Note | null> {
    const caseFile = await this.desk.find(actor, id)
    if (caseFile === null) return null
    const { compiled } = this.desk.ruleSetOf(caseFile)
    const { authority, office } = await namesOf(this.directory, caseFile)
    const contents = describeNote({
      madeAt: this.clock.now().toISOString(),
      caseFile,
      compiled,
      precheck: precheckCase(compiled, caseFile, this.clock.today()),
      authority: authority.name,
      office,
      link: this.config.publicUrl + paths.case(caseFile.id),
    })
    return { caseNumber: caseFile.number, pdf: await this.workshop.makeNote(contents) }
  }
}
