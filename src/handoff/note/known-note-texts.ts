import { Inject, Injectable, Logger } from '@nestjs/common'
import type { NoteLanguageChoice, NoteLanguages } from '../../casework/note-languages.js'
import type { Config } from '../../config.js'
import { CONFIG } from '../../platform/config.token.js'
import { problemLine } from '../../rulebook/file-problem.js'
import type { NoteTexts } from './note-texts.js'
import { noteTextsFolder, readNoteTexts } from './read-note-texts.js'

/** The languages of the note, read when the program starts. A broken file costs its language, never the start. */
@Injectable()
export class KnownNoteTexts implements NoteLanguages {
  private readonly languages: readonly NoteTexts[]

  constructor(@Inject(CONFIG) { templatesDir }: Config) {
    const folder = noteTextsFolder(templatesDir)
    const { languages, problems } = readNoteTexts(folder)
    for (const problem of problems) new Logger('Laufzettel').error(`${folder}/${problemLine(problem)}`)
    this.languages = languages
  }

  choices(): readonly NoteLanguageChoice[] {
    return this.languages.map(({ code, language, name }) => ({ code, language, name }))
  }

  /** `null` where there is no such language. */
  of(code: string): NoteTexts | null {
    return this.languages.find((one) => one.code === code) ?? null
  }
}
