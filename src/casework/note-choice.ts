import { Injectable } from '@nestjs/common'
import { CaseCodeStore } from './case-code.store.js'
import { NoteLanguages, type NoteLanguageChoice } from './note-languages.js'

/** In which languages a note can be made, and which one its case had last. */
export interface NoteChoice {
  readonly languages: readonly NoteLanguageChoice[]
  readonly last: string | null
}

@Injectable()
export class ReadNoteChoice {
  constructor(
    private readonly languages: NoteLanguages,
    private readonly codes: CaseCodeStore,
  ) {}

  async of(caseFileId: string): Promise<NoteChoice> {
    return { languages: this.languages.choices(), last: await this.codes.lastLanguage(caseFileId) }
  }
}
