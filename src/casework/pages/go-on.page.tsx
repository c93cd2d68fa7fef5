import type { Refusal } from '../../platform/refusal.js'
import { Alert } from '../../web/alert.js'
import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { Layout } from '../../web/layout.js'
import { paths } from '../../web/paths.js'
import type { Frame } from '../../cooperation/frame.js'

interface GoOnPageProps extends Frame {
  /** Why the code before did not do. */
  readonly refusal?: Refusal
}

/** Where the code of a note is typed that no scanner reads. */
export const GoOnPage = ({ viewer, csrf, refusal }: GoOnPageProps) => (
  <Layout title={refusal ? 'Fehler: Code vom Laufzettel' : 'Code vom Laufzettel'} viewer={viewer} csrf={csrf}>
    <div class="schmal">
      <h1 class="kern-heading-large">Code vom Laufzettel</h1>
      {refusal && <Refused refusal={refusal} />}
      <form method="post" action={paths.goOn} class="formular">
        <CsrfField />
        <div class="kern-form-input">
          <label class="kern-label" for="code">
            Code
          </label>
          <p class="kern-hint" id="code-hinweis">
            Er steht unter dem QR-Code. Striche und Großbuchstaben sind nicht nötig.
          </p>
          <input
            class="kern-form-input__input"
            id="code"
            name="code"
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={100}
            aria-describedby="code-hinweis"
            required
            autofocus
          />
        </div>
        <Button>Weiter</Button>
      </form>
    </div>
  </Layout>
)

const Refused = ({ refusal }: { readonly refusal: Refusal }) => (
  <Alert tone="danger" title={refusal.message} urgent>
    {refusal.code === 'unknownCode' && (
      <p>
        So geht es weiter: Auf dem Laufzettel stehen Vorgangsnummer und Bürgerbüro. Dort findet man den
        Vorgang unter „Meine Vorgänge“ nach Nummer oder Name und gibt einen neuen Laufzettel mit neuem Code
        aus.
      </p>
    )}
  </Alert>
)
