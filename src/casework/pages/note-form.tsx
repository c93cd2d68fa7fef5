import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { paths } from '../../web/paths.js'
import type { NoteChoice } from '../note-choice.js'

interface NoteFormProps {
  readonly id: string
  readonly note: NoteChoice
}

/** Makes the note for the citizen, in German and one language beside it. Posted, because each note has a code of its own. */
export const NoteForm = ({ id, note: { languages, last } }: NoteFormProps) => (
  <form method="post" action={paths.note(id)} class="laufzettel">
    <CsrfField />
    <div class="kern-form-input">
      <label class="kern-label" for="laufzettel-sprache">
        Laufzettel, Sprache neben Deutsch
      </label>
      <div class="kern-form-input__select-wrapper">
        <select class="kern-form-input__select" id="laufzettel-sprache" name="language">
          <option value="">nur Deutsch</option>
          {languages.map(({ code, language, name }) => (
            <option key={code} value={code} lang={language} selected={code === last}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
    <Button look="secondary" icon="download">
      Laufzettel
    </Button>
  </form>
)
