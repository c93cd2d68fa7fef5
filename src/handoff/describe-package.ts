import type { CaseFile, Deficiency, Upload } from '../casework/case-file.js'
import { wayNames } from '../casework/evidence.js'
import { pointName } from '../casework/point-name.js'
import { inputOf } from '../casework/pre-check.js'
import { answerInWords } from '../precheck/answer-in-words.js'
import { factsFor, type CompiledRuleSet } from '../precheck/compile.js'
import { outcomeNames } from '../precheck/outcome-names.js'
import type { DocumentStanding, Precheck, Verdict } from '../precheck/precheck.js'
import { standingsAlone, type StandingQuestion } from '../precheck/question-standing.js'
import type { RuleSet } from '../precheck/rule-set.js'
import { withValues } from '../precheck/say.js'
import type {
  DocumentShown,
  Enclosure,
  MalwareCheck,
  GivenAnswer,
  Named,
  Office,
  PackageContents,
  QuestionShown,
  Seen,
} from './package-contents.js'
import { redrawnInWords } from './redrawn-words.js'
import type { SealShown } from './seal/seal.js'

/** What a package is described from. Names come in as they are on the day, because they may change later. */
export interface PackageSource {
  readonly packageId: string
  readonly madeAt: string
  readonly madeWith: string
  readonly trial: boolean
  readonly caseFile: CaseFile
  /** The scans that go along. */
  readonly uploads: readonly Upload[]
  readonly compiled: CompiledRuleSet
  readonly ruleSetSha256: string
  readonly form: PackageContents['form']
  readonly precheck: Precheck
  readonly authority: Named
  readonly department: Named
  readonly office: Office
  readonly handedOverBy: Named
  readonly reason: string | null
  readonly seal: SealShown
}

/** Everything the package says. Pure: the same source gives the same contents. */
export function describePackage(source: PackageSource): PackageContents {
  const { caseFile, compiled, precheck } = source
  const { ruleSet } = compiled
  return {
    format: 'uebergabe/1',
    packageId: source.packageId,
    madeAt: source.madeAt,
    madeWith: source.madeWith,
    trial: source.trial,
    caseFile: {
      id: caseFile.id,
      number: caseFile.number,
      version: caseFile.version,
      applicant: caseFile.applicant,
      receivedOn: caseFile.receivedOn,
      completeOn: caseFile.completeOn,
    },
    service: { id: ruleSet.service, title: ruleSet.title, leika: ruleSet.leika ?? null },
    ruleSet: { id: precheck.ruleSet, inForceFrom: ruleSet.inForceFrom, sha256: source.ruleSetSha256 },
    form: source.form,
    authority: source.authority,
    department: source.department,
    office: source.office,
    handedOverBy: source.handedOverBy,
    verdict: {
      outcome: precheck.verdict,
      words: verdictWords(precheck.verdict),
      possible: precheck.possible,
      on: precheck.on,
    },
    reason: source.reason,
    findings: precheck.findings,
    questions: questionsShown(source),
    documents: precheck.documents.map((standing) => documentShown(standing, source)),
    fees: precheck.fees,
    fee: precheck.fee,
    enclosures: source.uploads.map((upload) => enclosure(upload, ruleSet)),
    malwareCheck: malwareCheckOf(source.uploads),
    seal: source.seal,
    deficiencies: caseFile.deficiencies.map((deficiency) => ({
      ...deficiency,
      label: labelOf(deficiency.about, source),
    })),
  }
}

/** At the counter more may come; whoever gets a package reads what came of it. */
const verdictWords = (verdict: Verdict): string =>
  verdict === 'open' ? 'nicht abgeschlossen' : outcomeNames[verdict]

/** All questions that were answered or are still open, in the author's order. */
function questionsShown({ caseFile, compiled, precheck }: PackageSource): QuestionShown[] {
  const groups = new Map((compiled.ruleSet.groups ?? []).map(({ id, title }) => [id, title]))
  return standingsAlone(compiled, inputOf(caseFile, precheck.on)).flatMap((standing): QuestionShown[] => {
    const { question } = standing
    const answer = givenAnswer(standing, caseFile)
    const open = answer === null && isOpen(standing)
    if (answer === null && !open) return []
    const { id, group, text, source, kind } = question
    return [
      {
        id,
        group: group === undefined ? null : (groups.get(group) ?? group),
        text,
        source,
        kind,
        use: question.for === 'form' ? 'form' : 'precheck',
        counts: answer !== null && standing.standing !== 'notApplicable',
        open,
        answer,
      },
    ]
  })
}

/** Whether the lack of an answer is worth a line: it could change the result, or the form needs it. */
const isOpen = ({ question, standing }: StandingQuestion): boolean =>
  standing === 'ask' || standing === 'later'
    ? question.for !== 'form'
    : standing === 'form' && question.required === true

function givenAnswer({ question }: StandingQuestion, { answers }: CaseFile): GivenAnswer | null {
  const given = answers[question.id]
  if (given === undefined) return null
  const { value, by, byName, at } = given
  return { value, words: answerInWords(question, value), by: { id: by, name: byName }, at }
}

function documentShown(
  { id, name, source, state, reason }: DocumentStanding,
  { caseFile, uploads }: PackageSource,
): DocumentShown {
  const seen = seenOf(caseFile, id)
  const shown = { id, name, source, state, seen }
  if (seen !== null) return { ...shown, lacks: reason === undefined || reason === seen.words ? null : reason }
  // Where a copy does not count, a scan is no evidence; but there it is, on a page of its own.
  const isScanned = state === 'missing' && uploads.some(({ document }) => document === id)
  return { ...shown, lacks: isScanned ? 'nur ein Scan davon liegt bei' : null }
}

function seenOf({ evidence }: CaseFile, document: string): Seen | null {
  const recorded = evidence[document]
  if (recorded === undefined) return null
  const { seen, issuedOn, reason, by, byName, at } = recorded
  return {
    way: seen,
    words: wayNames[seen],
    issuedOn: issuedOn ?? null,
    reason: reason ?? null,
    by: { id: by, name: byName },
    at,
  }
}

function malwareCheckOf(uploads: readonly Upload[]): MalwareCheck {
  if (uploads.length === 0) return 'noEnclosures'
  return uploads.every(({ malwareCheckedAt }) => malwareCheckedAt !== null) ? 'clean' : 'notSetUp'
}

function enclosure(upload: Upload, ruleSet: RuleSet): Enclosure {
  const { id, document, name, mediaType, pages, bytes, sha256, malwareCheckedAt } = upload
  const redrawn = upload.redrawn.map((group) => ({ ...group, words: redrawnInWords(group, pages) }))
  const documentName = ruleSet.documents.find((needed) => needed.id === document)?.name ?? document
  return { id, document, documentName, name, mediaType, pages, bytes, sha256, redrawn, malwareCheckedAt }
}

function labelOf(about: Deficiency['about'], { compiled, caseFile, precheck }: PackageSource): string {
  const name = pointName(compiled.ruleSet, about) ?? about.id
  if (about.kind !== 'rule') return name
  // What was disputed may apply no more, and is no finding then.
  return withValues(name, compiled, factsFor(compiled, inputOf(caseFile, precheck.on).answers, precheck.on))
}
