import { Inject, Injectable, Logger } from '@nestjs/common'
import { codeInGroups } from '../../casework/case-code.js'
import type { CaseFile } from '../../casework/case-file.js'
import { Desk } from '../../casework/desk.js'
import { IssueCode } from '../../casework/issue-code.js'
import { isAtTheOffice } from '../../casework/life-cycle.js'
import { precheckCase } from '../../casework/pre-check.js'
import { refusals } from '../../casework/refusals.js'
import type { Config } from '../../config.js'
import type { Actor } from '../../cooperation/actor.js'
import { OfficeDirectory } from '../../cooperation/office-directory.store.js'
import { Clock } from '../../platform/clock.js'
import { CONFIG } from '../../platform/config.token.js'
import { refusal, type Refusal } from '../../platform/refusal.js'
import { paths } from '../../web/paths.js'
import { ChildFailed } from '../child/run-child.js'
import { Workshop } from '../child/workshop.js'
import { responsibleNames } from '../responsible-names.js'
import { describeNote, type NoteSource } from './describe-note.js'
import { KnownNoteTexts } from './known-note-texts.js'

export interface Note {
  readonly caseNumber: string
  readonly pdf: Buffer
}

/** What the citizen takes home, so that the second visit is the last: what is missing, and the code to go on with. */
@Injectable()
export class MakeNote {
  private readonly log = new Logger(MakeNote.name)

  constructor(
    private readonly desk: Desk,
    private readonly directory: OfficeDirectory,
    private readonly texts: KnownNoteTexts,
    private readonly codes: IssueCode,
    private readonly workshop: Workshop,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The note for the citizen, as the case stands now; `null` for a case of others. Of it only the hash of its code is
   * kept.
   * @param language code of the second language; empty for German alone
   */
  async make(actor: Actor, id: string, language: string): Promise<Note | Refusal | null> {
    const caseFile = await this.desk.find(actor, id)
    if (caseFile === null) return null
    const texts = language === '' ? null : this.texts.of(language)
    if (texts === null && language !== '') return refusals.unknownLanguage()
    const { compiled } = this.desk.ruleSetOf(caseFile)
    const { authority, office } = await responsibleNames(this.directory, caseFile)
    const print = (code: NoteSource['code']) =>
      this.workshop.makeNote(
        describeNote({
          madeAt: this.clock.now().toISOString(),
          caseFile,
          compiled,
          precheck: precheckCase(compiled, caseFile, this.clock.today()),
          authority: authority.name,
          office,
          texts,
          code,
        }),
      )
    try {
      const pdf = await this.printed(actor, caseFile, texts?.code ?? null, print)
      return { caseNumber: caseFile.number, pdf }
    } catch (error) {
      if (!(error instanceof ChildFailed)) throw error
      this.log.error(`note of case file ${id}: ${error.message}`)
      return noteNotMade
    }
  }

  /** A case that has left the counter cannot be taken over, so its note has no code. */
  private printed(
    actor: Actor,
    caseFile: CaseFile,
    language: string | null,
    print: (code: NoteSource['code']) => Promise<Buffer>,
  ): Promise<Buffer> {
    if (!isAtTheOffice(caseFile.state)) return print(null)
    return this.codes.issue(actor, caseFile, language, ({ code, expiresAt }) =>
      print({ link: this.config.publicUrl + paths.goOnWith(code), text: codeInGroups(code), expiresAt }),
    )
  }
}

const noteNotMade = refusal(
  'noteNotMade',
  'Der Laufzettel konnte nicht erstellt werden. Bitte noch einmal versuchen, und wenn es dabei bleibt, den Betrieb verständigen.',
)
