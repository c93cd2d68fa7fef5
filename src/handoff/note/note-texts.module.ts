import { Global, Module } from '@nestjs/common'
import { NoteLanguages } from '../../casework/note-languages.js'
import { KnownNoteTexts } from './known-note-texts.js'

/** The languages of the note. Global, because casework asks for them without knowing whose they are. */
@Global()
@Module({
  providers: [KnownNoteTexts, { provide: NoteLanguages, useExisting: KnownNoteTexts }],
  exports: [KnownNoteTexts, NoteLanguages],
})
export class NoteTextsModule {}
