import type { ComponentChildren } from 'preact'
import type { Deficiency } from '../casework/case-file.js'
import { dayInWords } from '../precheck/answer-in-words.js'
import { documentStateNames } from '../precheck/outcome-names.js'
import { Button } from '../web/button.js'
import { CsrfField } from '../web/csrf.js'
import { paths } from '../web/paths.js'
import type { DecisionPageProps } from './decision.page.js'
import { fieldAbout, longestText } from './deficiencies-given.js'

/**
 * Everything that was checked, point by point. While the case waits for a decision, each point can be disputed in its
 * place; the texts go back to the office together.
 */
export function DisputedPoints(props: DecisionPageProps) {
  if (props.caseFile.state !== 'handedOver') return <Points {...props} />
  return (
    <form method="post" action={paths.returnCase(props.caseFile.id)}>
      <CsrfField />
      <input type="hidden" name="version" value={props.caseFile.version} />
      <Points {...props} />
      <section class="zurueckgeben">
        <h2 class="kern-heading-medium">Zurückgeben</h2>
        <p class="kern-body">
          Beim betroffenen Punkt „Mangel melden“ aufklappen und schreiben, was fehlt oder nicht stimmt. Alle
          anderen Punkte bleiben geprüft.
        </p>
        <div class="knopfzeile">
          <Button look="secondary">Mit den Mängeln zurückgeben</Button>
        </div>
      </section>
    </form>
  )
}

function Points(props: DecisionPageProps) {
  const { questions, documents, findings } = props.contents
  return (
    <>
      <Group title="Feststellungen" empty="Keine Regel hat etwas festgestellt.">
        {findings.map(({ rule, say, source }) => (
          <Point {...props} about={{ kind: 'rule', id: rule }} what={say} source={source} key={rule} />
        ))}
      </Group>
      <Group title="Unterlagen" empty="Es sind keine Unterlagen nötig.">
        {documents.map(({ id, name, source, state, seen, lacks }) => (
          <Point {...props} about={{ kind: 'document', id }} what={name} source={source} key={id}>
            {seen?.words ?? lacks ?? documentStateNames[state]}
            {seen?.issuedOn && `, ausgestellt am ${dayInWords(seen.issuedOn)}`}
            {seen?.reason && `: ${seen.reason}`}
            {seen && lacks && ` (${lacks})`}
          </Point>
        ))}
      </Group>
      <Group title="Fragen und Antworten" empty="Es wurde nichts gefragt.">
        {questions
          .filter(({ counts, open }) => counts || open)
          .map(({ id, text, source, answer }) => (
            <Point {...props} about={{ kind: 'question', id }} what={text} source={source} key={id}>
              {answer?.words ?? 'offen'}
            </Point>
          ))}
      </Group>
    </>
  )
}

const Group = ({
  title,
  empty,
  children,
}: {
  title: string
  empty: string
  children: ComponentChildren[]
}) => (
  <section class="gruppe">
    <h2>{title}</h2>
    {children.length === 0 ? <p class="leise">{empty}</p> : children}
  </section>
)

interface PointProps extends DecisionPageProps {
  readonly about: Deficiency['about']
  readonly what: string
  readonly source: string
  readonly children?: ComponentChildren
}

function Point(props: PointProps) {
  const { about, what, source, children, caseFile } = props
  const disputed = caseFile.deficiencies.find(
    (one) => one.about.kind === about.kind && one.about.id === about.id,
  )
  return (
    <div class="punkt">
      <p>
        {what} <span class="leise">({source})</span>
      </p>
      <p class="frage__antwort">{children}</p>
      {disputed && <p class="punkt__mangel">Mangel: {disputed.text}</p>}
      {caseFile.state === 'handedOver' && <Dispute {...props} />}
    </div>
  )
}

function Dispute({ about, what, typed = {}, errors = [] }: PointProps) {
  const field = fieldAbout(about)
  const text = typed[field]
  const written = typeof text === 'string' ? text : ''
  const wrong = errors.some(({ place }) => place === field)
  return (
    <details class="punkt__beanstanden" open={written !== '' || wrong}>
      <summary>
        Mangel melden<span class="kern-sr-only">: {what}</span>
      </summary>
      <div class="kern-form-input">
        <label class="kern-label" for={field}>
          Was fehlt oder stimmt nicht?
        </label>
        <div class="feldzeile">
          <textarea
            class="kern-form-input__input feld--lang"
            id={field}
            name={field}
            rows={2}
            maxLength={longestText}
            aria-invalid={wrong ? true : undefined}
            value={written}
          />
        </div>
      </div>
    </details>
  )
}
