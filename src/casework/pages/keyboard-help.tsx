import { Button } from '../../web/button.js'

const keys = [
  ['j', 'Ja'],
  ['n', 'Nein'],
  ['u', 'weiß nicht'],
  ['w', 'weiter zur nächsten Frage'],
  ['z', 'zurück zur vorigen Frage'],
  ['?', 'diese Hilfe'],
] as const

/** The single keys and the switch for them (WCAG 2.1.4). */
export const KeyboardHelp = () => (
  <dialog class="kern-dialog tastenhilfe" id="tastenhilfe" aria-labelledby="tastenhilfe-titel">
    <header class="kern-dialog__header">
      <h2 class="kern-title" id="tastenhilfe-titel">
        Tasten in der Checkliste
      </h2>
    </header>
    <section class="kern-dialog__body">
      <dl>
        {keys.map(([key, meaning]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
      <p class="leise">Die Tasten wirken nur, solange eine Frage ausgewählt ist und nichts getippt wird.</p>
      <div class="kern-form-check">
        <input class="kern-form-check__checkbox" type="checkbox" id="tasten-an" />
        <label class="kern-label" for="tasten-an">
          Tasten verwenden
        </label>
      </div>
    </section>
    <footer class="kern-dialog__footer">
      <form method="dialog">
        <Button look="secondary">Schließen</Button>
      </form>
    </footer>
  </dialog>
)
