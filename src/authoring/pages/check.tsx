import { dayInWords } from '../../precheck/answer-in-words.js'
import { verdictName } from '../../precheck/outcome-names.js'
import { Alert } from '../../web/alert.js'
import { DataTable } from '../../web/data-table.js'
import { countText } from '../../web/format.js'
import type { CheckState } from '../read-rule-set.js'
import type { CheckedExample, RuleSetCheck } from '../rule-set-check.js'
import { FileProblems } from './file-problems.js'

interface CheckProps {
  readonly state: CheckState
  /** This page, to look again while the examples run. */
  readonly here: string
}

/** How the rule set stands in its tests: in one sentence, and what is wrong. */
export function Check({ state, here }: CheckProps) {
  if (state.kind === 'running')
    return (
      <Alert tone="info" title={`Die Beispiele laufen noch: ${state.done} von ${state.total}`}>
        <p class="kern-body">
          <a class="kern-link" href={here}>
            Stand neu laden
          </a>
        </p>
      </Alert>
    )
  const { check } = state
  const { failed, problems } = check.tests
  return failed + problems === 0 ? (
    <Alert tone="success" title={passedText(check)} />
  ) : (
    <Alert tone="danger" title={failedText(check)}>
      <FileProblems
        problems={[...check.examples.flatMap((example) => example.problems), ...check.problems]}
      />
    </Alert>
  )
}

const passedText = ({ tests: { passed } }: RuleSetCheck): string =>
  `${countText(passed, 'Beispiel geht', 'Beispiele gehen')} aus wie erwartet, kein Mangel.`

const failedText = ({ tests: { passed, failed, problems } }: RuleSetCheck): string =>
  `${countText(failed, 'Beispiel geht', 'Beispiele gehen')} anders aus als erwartet, ${passed} wie erwartet; ` +
  `${countText(problems, 'weiterer Mangel', 'weitere Mängel')}.`

/** Every example with its result. */
export const Examples = ({ examples }: { readonly examples: readonly CheckedExample[] }) => (
  <details class="beiseite">
    <summary>{countText(examples.length, 'Beispiel', 'Beispiele')} im Einzelnen</summary>
    <DataTable
      caption="Beispiele"
      columns={['Beispiel', 'Tag', 'Ergebnis', 'Wie erwartet']}
      rows={examples.map(({ file, name, on, verdict, problems }) => ({
        key: file,
        cells: [
          <>
            {name}
            <br />
            <code class="leise">{file}</code>
          </>,
          dayInWords(on),
          verdictName(verdict),
          problems.length === 0 ? 'ja' : <strong>nein</strong>,
        ],
      }))}
    />
  </details>
)
