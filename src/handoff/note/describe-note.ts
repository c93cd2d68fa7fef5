import type { CaseFile } from '../../casework/case-file.js'
import { inputOf } from '../../casework/pre-check.js'
import type { CompiledRuleSet } from '../../precheck/compile.js'
import { ageLimitInWords } from '../../precheck/document-standing.js'
import type { DocumentStanding, Precheck } from '../../precheck/precheck.js'
import { questionStandings } from '../../precheck/question-standing.js'
import type { DocumentForm } from '../../precheck/rule-set.js'
import type { NoteContents, ToBring } from './note-contents.js'
import type { Office } from '../package-contents.js'

export interface NoteSource {
  readonly madeAt: string
  readonly caseFile: CaseFile
  readonly compiled: CompiledRuleSet
  readonly precheck: Precheck
  readonly authority: string
  readonly office: Office
  readonly link: string
}

/** What the citizen takes home: exactly what is missing, why, how old it may be, where to get it and until when. */
export function describeNote(source: NoteSource): NoteContents {
  const { caseFile, compiled, precheck, madeAt, authority, office, link } = source
  const named = (state: DocumentStanding['state']) =>
    precheck.documents.filter((standing) => standing.state === state).map(({ name }) => name)
  const says = (kinds: readonly string[]) =>
    precheck.findings
      .filter(({ finding }) => kinds.includes(finding))
      .map(({ say, source }) => ({ text: say, source }))
  return {
    madeAt,
    caseNumber: caseFile.number,
    applicant: caseFile.applicant,
    service: compiled.ruleSet.title,
    authority,
    office,
    verdict: precheck.verdict,
    possible: precheck.possible,
    bring: precheck.documents
      .filter(({ state }) => state === 'missing')
      .map((standing) => toBring(standing, source)),
    seen: named('present'),
    fetched: named('fetched'),
    clarify: stillToClarify(source),
    against: says(['wrongAuthority', 'notEligible', 'needsReview']),
    hints: says(['notice']),
    fee: precheck.fee,
    link,
  }
}

function toBring(
  { id, name, source, reason }: DocumentStanding,
  { caseFile, compiled }: NoteSource,
): ToBring {
  const document = compiled.ruleSet.documents.find((needed) => needed.id === id)!
  const { seen = 'willBeBrought' } = caseFile.evidence[id] ?? {}
  return {
    name,
    why: document.why ?? null,
    forms: document.forms.map((form) => formWords[form]).join(' oder '),
    age: ageLimitInWords(document) || null,
    whereToGet: document.whereToGet ?? null,
    source,
    // That it is not there is why it stands on the note.
    lacks: seen === 'willBeBrought' || reason === undefined ? null : reason,
  }
}

const formWords: Record<DocumentForm, string> = {
  original: 'Original',
  copy: 'Kopie',
  electronic: 'elektronisch',
  spoken: 'mündlich',
}

function stillToClarify({ caseFile, compiled, precheck }: NoteSource): string[] {
  const answered = (id: string) => Object.hasOwn(caseFile.answers, id)
  return questionStandings(compiled, inputOf(caseFile, precheck.on))
    .filter(
      ({ question, standing }) =>
        standing === 'ask' || (standing === 'form' && question.required === true && !answered(question.id)),
    )
    .map(({ question }) => question.text)
}
