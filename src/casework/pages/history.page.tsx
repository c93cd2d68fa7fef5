import { dayInWords } from '../../precheck/answer-in-words.js'
import { Alert } from '../../web/alert.js'
import { Button, ButtonLink } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { DataTable } from '../../web/data-table.js'
import { momentText } from '../../web/format.js'
import { Layout } from '../../web/layout.js'
import { paths } from '../../web/paths.js'
import { SummaryList, type SummaryItem } from '../../web/summary-list.js'
import type { CaseFile } from '../case-file.js'
import type { NoteChoice } from '../note-choice.js'
import { stepsFrom } from '../life-cycle.js'
import type { TimelineEntry } from '../timeline.js'
import { CaseBar } from './case-bar.js'
import { CaseMenu } from './case-menu.js'
import type { Frame } from '../../cooperation/frame.js'
import { NoteForm } from './note-form.js'
import { stateNames } from './state-badge.js'

interface HistoryPageProps extends Frame {
  readonly caseFile: CaseFile
  readonly title: string
  readonly receiver: string
  readonly note: NoteChoice
  readonly timeline: readonly TimelineEntry[]
}

/** "Verlauf": the receipt, every print once more, and what happened when. */
export function HistoryPage({ viewer, csrf, caseFile, title, receiver, note, timeline }: HistoryPageProps) {
  const handedOver = timeline.findLast(({ action }) => action === 'caseFile.handedOver')
  return (
    <Layout
      title={`Verlauf: ${title}, ${caseFile.number}`}
      viewer={viewer}
      csrf={csrf}
      caseBar={<CaseBar caseFile={caseFile} title={title} />}
    >
      <CaseMenu id={caseFile.id} current="history" />
      <h1 class="kern-heading-large">Verlauf</h1>
      <SummaryList
        items={[
          { term: 'Stand', text: stateNames[caseFile.state] },
          { term: 'Eingang', text: dayInWords(caseFile.receivedOn) },
          {
            term: 'Vollständig',
            text: caseFile.completeOn ? `seit ${dayInWords(caseFile.completeOn)}` : 'noch nicht',
          },
          { term: 'Zuständig', text: receiver },
          ...(handedOver ? [receipt(handedOver)] : []),
          ...(caseFile.closingReason ? [{ term: 'Grund', text: caseFile.closingReason }] : []),
        ]}
      />
      <Prints id={caseFile.id} note={note} withPackage={handedOver !== undefined} />
      {stepsFrom(caseFile.state).includes('resume') && <ResumeForm id={caseFile.id} />}
      <FormerAnswers caseFile={caseFile} />
      <h2 class="kern-heading-medium">Was geschah</h2>
      <DataTable
        caption="Was geschah"
        columns={['Was', 'Wer', 'Wann']}
        rows={timeline.toReversed().map(({ position, text, by, at }) => ({
          key: String(position),
          cells: [text, <span class="eng">{by}</span>, <span class="eng">{momentText(at)}</span>],
        }))}
      />
    </Layout>
  )
}

/** When and by whom the case was handed over last. */
const receipt = ({ at, by }: TimelineEntry): SummaryItem => ({
  term: 'Übergeben',
  text: `${momentText(at)}, ${by}`,
})

/** Answers whose question is gone with an earlier rule set: nothing that was said at the counter is lost. */
const FormerAnswers = ({ caseFile: { formerAnswers } }: Pick<HistoryPageProps, 'caseFile'>) =>
  formerAnswers.length === 0 ? null : (
    <>
      <h2 class="kern-heading-medium">Antworten nach früherem Regelwerk</h2>
      <p class="kern-body">Ihre Fragen gibt es so nicht mehr. Die Antworten zählen nicht.</p>
      <DataTable
        caption="Antworten nach früherem Regelwerk"
        columns={['Frage', 'Antwort', 'Erfasst']}
        rows={formerAnswers.map(({ question, text, words, byName, at, ruleSet }) => ({
          key: `${ruleSet}/${question}`,
          cells: [text, words, <span class="eng">{`${momentText(at)}, ${byName}`}</span>],
        }))}
      />
    </>
  )

interface PrintsProps extends Pick<HistoryPageProps, 'note'> {
  readonly id: string
  readonly withPackage: boolean
}

const Prints = ({ id, note, withPackage }: PrintsProps) => (
  <div class="knopfzeile">
    <NoteForm id={id} note={note} />
    {withPackage && (
      <ButtonLink href={paths.package(id)} look="secondary" icon="download">
        Übergabepaket
      </ButtonLink>
    )}
  </div>
)

const ResumeForm = ({ id }: { readonly id: string }) => (
  <>
    <Alert tone="info" title="Der Antrag ist zurückgenommen. Alle Eingaben sind erhalten." />
    <form method="post" action={paths.resume(id)} class="knopfzeile">
      <CsrfField />
      <Button look="secondary">Wieder aufnehmen</Button>
    </form>
  </>
)
