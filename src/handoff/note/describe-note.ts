import type { CaseFile } from '../../casework/case-file.js'
import { inputOf } from '../../casework/pre-check.js'
import { eurosInWords } from '../../precheck/answer-in-words.js'
import { factsFor, type CompiledRuleSet } from '../../precheck/compile.js'
import { ageLimitInWords, countsAs } from '../../precheck/document-standing.js'
import type { DocumentState, Finding, Precheck } from '../../precheck/precheck.js'
import {
  standingsAlone,
  type QuestionStanding,
  type StandingQuestion,
} from '../../precheck/question-standing.js'
import type { FindingKind, NeededDocument, Question } from '../../precheck/rule-set.js'
import { withValues } from '../../precheck/say.js'
import { dateText } from '../../web/format.js'
import type { Office } from '../package-contents.js'
import type { NoteCode, NoteContents, NoteItem, NoteSection, Said } from './note-contents.js'
import type { NoteTexts } from './note-texts.js'
import { Speaker } from './speaker.js'

export interface NoteSource {
  readonly madeAt: string
  readonly caseFile: CaseFile
  readonly compiled: CompiledRuleSet
  readonly precheck: Precheck
  readonly authority: string
  readonly office: Office
  /** The language beside German, or `null`. */
  readonly texts: NoteTexts | null
  readonly code: (NoteCode & { readonly expiresAt: string }) | null
}

/** What the citizen takes home: exactly what is missing, why, how old it may be, where to get it and until when. */
export function describeNote(source: NoteSource): NoteContents {
  const { caseFile, compiled, precheck, madeAt, texts, code } = source
  const say = new Speaker(texts)
  return {
    madeAt,
    caseNumber: caseFile.number,
    applicant: caseFile.applicant,
    language:
      texts === null
        ? null
        : { tag: texts.language, direction: texts.direction, onlyGerman: texts.frame.onlyGerman },
    note: say.sentence('note'),
    service: say.text(compiled.ruleSet.title),
    number: say.sentence('caseNumber', { number: caseFile.number }),
    binding: say.sentence('binding'),
    verdict: say.sentence(precheck.verdict),
    sections: sectionsOf(source, say).filter(({ items }) => items.length > 0),
    code: code === null ? null : { link: code.link, text: code.text },
  }
}

function sectionsOf(source: NoteSource, say: Speaker): NoteSection[] {
  const bring = documentsToBring(source, say)
  const open = openQuestions(source)
  const clarify = stillToClarify(open, say)
  const agreed =
    bring.items.length + clarify.length === 0 ? [] : [plain(say.sentence('agreed', { day: blankDay }))]
  return [
    section(say.sentence('against'), found(source, say, ['wrongAuthority', 'notEligible', 'needsReview'])),
    bring,
    { ...section(say.sentence('clarify'), clarify), toDo: true },
    // What the law says about time stands in the hints; the day that clerk and citizen agree on is written in by hand.
    section(say.sentence(agreed.length === 0 ? 'where' : 'untilWhenAndWhere'), [
      ...agreed,
      ...whereTo(source, say),
    ]),
    section(say.sentence('hints'), found(source, say, ['notice'])),
    section(say.sentence('settled'), settled(source.precheck, open, say)),
  ]
}

const section = (heading: Said, items: readonly NoteItem[]): NoteSection => ({
  heading,
  lead: null,
  items,
  toDo: false,
})

const blankDay = '__________________'

const plain = (line: Said): NoteItem => ({ name: null, lines: [line] })

type Forms = NeededDocument['forms']

function documentsToBring(source: NoteSource, say: Speaker): NoteSection {
  const { precheck, compiled } = source
  const missing = new Set(precheck.documents.filter(({ state }) => state === 'missing').map((one) => one.id))
  const documents = compiled.ruleSet.documents.filter(({ id }) => missing.has(id))
  const usual = usualForms(documents)
  return {
    heading: say.sentence('bring'),
    lead: usual === null ? null : say.sentence('unlessSaid', { forms: formsOf(usual, say) }),
    items: documents.map((document) => ({
      name: say.text(document.name),
      lines: aboutDocument(document, usual, source, say),
    })),
    toDo: true,
  }
}

/** The forms that most of the documents are wanted in, so that the note says them once. */
function usualForms(documents: readonly NeededDocument[]): Forms | null {
  const ofAnyAge = documents.filter(({ maxAge }) => maxAge === null)
  const wanting = ({ forms }: NeededDocument) => ofAnyAge.filter((one) => isWantedAs(one, forms)).length
  const [most] = ofAnyAge.toSorted((one, other) => wanting(other) - wanting(one))
  return most === undefined || wanting(most) < 2 ? null : most.forms
}

const isWantedAs = (document: NeededDocument, forms: Forms): boolean =>
  document.maxAge === null && document.forms.join() === forms.join()

function aboutDocument(
  document: NeededDocument,
  usual: Forms | null,
  source: NoteSource,
  say: Speaker,
): Said[] {
  const { why, whereToGet } = document
  const isUsual = usual !== null && isWantedAs(document, usual)
  return [
    ...lacking(document, source, say),
    ...(why === undefined ? [] : [say.text(why)]),
    ...(isUsual ? [] : [formsAndAge(document, say)]),
    ...(whereToGet === undefined ? [] : [say.sentence('whereToGet', { where: say.text(whereToGet) })]),
  ]
}

/** Why what was shown does not do; that it is not there is why it stands on the note. */
function lacking(document: NeededDocument, { caseFile }: NoteSource, say: Speaker): Said[] {
  const { seen = 'willBeBrought' } = caseFile.evidence[document.id] ?? {}
  if (seen === 'willBeBrought') return []
  return [say.sentence(countsAs(document, seen) ? 'tooOld' : 'needsOriginal')]
}

function formsAndAge(document: NeededDocument, say: Speaker): Said {
  const forms = formsOf(document.forms, say)
  const age = ageLimitInWords(document)
  return age === ''
    ? say.sentence('forms', { forms })
    : say.sentence('formsAndAge', { forms, age: say.text(age) })
}

/** "Original, Kopie oder elektronisch". */
const formsOf = (forms: Forms, say: Speaker): Said =>
  say.choice(
    forms.map((form) => say.sentence(form)),
    say.sentence('or'),
  )

/** Each question that still decides; what the form alone wants is many small things, so it stands in one row. */
function stillToClarify(open: readonly StandingQuestion[], say: Speaker): NoteItem[] {
  const texts = (wanted: QuestionStanding) =>
    open
      .filter(({ question, standing }) => standing === wanted && !isClerks(question))
      .map(({ question }) => say.text(question.text))
  const forForm = texts('form')
  return [...texts('ask').map(plain), ...(forForm.length === 0 ? [] : [plain(say.row(forForm))])]
}

/** What still decides, and what the form cannot do without. */
const openQuestions = ({ caseFile, compiled, precheck }: NoteSource): StandingQuestion[] =>
  standingsAlone(compiled, inputOf(caseFile, precheck.on)).filter(
    ({ question: { id, required }, standing }) =>
      standing === 'ask' ||
      (standing === 'form' && required === true && !Object.hasOwn(caseFile.answers, id)),
  )

function found(
  { compiled, caseFile, precheck }: NoteSource,
  say: Speaker,
  kinds: readonly FindingKind[],
): NoteItem[] {
  const facts = factsFor(compiled, inputOf(caseFile, precheck.on).answers, precheck.on)
  const line = ({ rule }: Finding) =>
    say.template(compiled.ruleSet.rules.find(({ id }) => id === rule)!.say, (template) =>
      withValues(template, compiled, facts),
    )
  return precheck.findings
    .filter(({ finding }) => kinds.includes(finding))
    .map((finding) => ({ name: null, lines: [line(finding)], source: finding.source }))
}

const isClerks = ({ answeredBy }: Question): boolean => answeredBy === 'clerk'

/** Names of documents have commas of their own. */
const dot: Said = { german: ' · ', other: ' · ' }

function settled(precheck: Precheck, open: readonly StandingQuestion[], say: Speaker): NoteItem[] {
  const named = (state: DocumentState) =>
    precheck.documents.filter((standing) => standing.state === state).map(({ name }) => say.text(name))
  const line = (key: 'seen' | 'fetched', documents: readonly Said[]): NoteItem[] =>
    documents.length === 0 ? [] : [plain(say.sentence(key, { documents: say.list(documents, dot) }))]
  return [
    ...line('seen', named('present')),
    ...line('fetched', named('fetched')),
    ...(open.some(({ question }) => isClerks(question)) ? [plain(say.sentence('clarifiedHere'))] : []),
  ]
}

function whereTo({ office, authority, precheck, code }: NoteSource, say: Speaker): NoteItem[] {
  const lines = [
    say.sentence('decides', { authority }),
    ...feeLine(precheck, say),
    ...(code === null ? [] : [say.sentence('code', { day: dateText(code.expiresAt) })]),
  ]
  return [
    { name: say.unchanged(`${office.name}, ${office.address}`), lines: [] },
    { name: null, lines },
  ]
}

function feeLine({ fee, fees }: Precheck, say: Speaker): Said[] {
  if (fee === null) return [say.sentence('feeUnknown')]
  if (fee > 0) return [say.sentence('fee', { amount: eurosInWords(fee) })]
  return fees.length === 0 ? [] : [say.sentence('feeNone')]
}
