import { Alert } from '../../web/alert.js'
import { CsrfToken } from '../../web/csrf.js'
import { Layout } from '../../web/layout.js'
import { ErrorSummary } from '../../web/error-summary.js'
import type { ShownQuestion } from '../checklist.js'
import { AnswersToCheck } from './answers-to-check.js'
import { ApplicantRow } from './applicant-row.js'
import { AsideQuestions } from './aside-questions.js'
import { controlId, type ChecklistView } from './attention.js'
import { CaseBar } from './case-bar.js'
import { CaseMenu } from './case-menu.js'
import { Disputed } from './disputed.js'
import { Documents } from './documents.js'
import type { Frame } from '../../cooperation/frame.js'
import { KeyboardHelp } from './keyboard-help.js'
import { pageStamp } from './known-rows.js'
import { MoveOverNotice } from './move-over-notice.js'
import { QuestionRow } from './question-row.js'
import { ResultPanel } from './result-panel.js'
import { ScansAside } from './scans-aside.js'

/** The page where the work happens. */
export function ChecklistPage({ viewer, csrf, ...view }: ChecklistView & Frame) {
  const { checklist, attention } = view
  const { caseFile, ruleSet } = checklist
  const { title } = ruleSet.compiled.ruleSet
  return (
    <Layout
      title={`${title}, ${caseFile.number}`}
      viewer={viewer}
      csrf={csrf}
      live
      caseBar={<CaseBar caseFile={caseFile} title={title} verdict={checklist.precheck.verdict} />}
    >
      <p class="verbindung" id="verbindung" role="alert" hidden />
      <h1 class="kern-sr-only">
        Checkliste {title}, Vorgang {caseFile.number}
      </h1>
      <CaseMenu id={caseFile.id} current="checklist" />
      <RefusedSummary attention={attention} />
      <ChecklistBody {...view} />
      <KeyboardHelp />
    </Layout>
  )
}

/** The same without its frame: what htmx puts in place after an answer. */
export const ChecklistFragment = ({ csrf, ...view }: ChecklistView & Pick<Frame, 'csrf'>) => (
  <CsrfToken.Provider value={csrf}>
    <ChecklistBody {...view} />
    <CaseBar
      caseFile={view.checklist.caseFile}
      title={view.checklist.ruleSet.compiled.ruleSet.title}
      verdict={view.checklist.precheck.verdict}
      outOfBand
    />
  </CsrfToken.Provider>
)

function RefusedSummary({ attention: { refused, refusedStep } }: Pick<ChecklistView, 'attention'>) {
  if (refusedStep) return <Alert tone="danger" title={refusedStep.message} urgent />
  if (!refused) return null
  return <ErrorSummary errors={[{ place: controlId(refused.field), message: refused.refusal.message }]} />
}

const ChecklistBody = ({ checklist, ...view }: ChecklistView) => (
  <div class="checkliste" id="checkliste" data-stand={pageStamp(checklist)}>
    <div id="fragen">
      <MoveOverNotice checklist={checklist} />
      <AnswersToCheck checklist={checklist} />
      <Disputed checklist={checklist} />
      <section class="gruppe" aria-labelledby="vorgang-antrag">
        <h2 id="vorgang-antrag">Für wen</h2>
        <ApplicantRow caseFile={checklist.caseFile} attention={view.attention} />
      </section>
      {checklist.groups.map(({ id, title, questions }) => (
        <Group key={id} {...{ id, title, questions, checklist, ...view }} />
      ))}
      <Documents {...{ checklist, ...view }} />
      <ScansAside checklist={checklist} />
      {checklist.formData.length > 0 && (
        <Group
          id="antragsangaben"
          title="Angaben für den Antrag"
          questions={checklist.formData}
          {...{ checklist, ...view }}
        />
      )}
      <AsideQuestions checklist={checklist} />
      <button
        type="button"
        class="kern-btn kern-btn--tertiary kern-btn--x-small nur-skript"
        id="tastenhilfe-knopf"
      >
        <span class="kern-label">Tasten (?)</span>
      </button>
    </div>
    <ResultPanel checklist={checklist} attention={view.attention} />
  </div>
)

interface GroupProps extends ChecklistView {
  readonly id: string
  readonly title: string
  readonly questions: readonly ShownQuestion[]
}

const Group = ({ id, title, questions, ...view }: GroupProps) => (
  <section class="gruppe" id={`gruppe-${id}`} aria-labelledby={`gruppe-${id}-titel`}>
    <h2 id={`gruppe-${id}-titel`}>{title}</h2>
    {questions.map((shown) => (
      <QuestionRow key={shown.standing.question.id} shown={shown} {...view} />
    ))}
  </section>
)
