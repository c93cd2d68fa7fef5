import { describePackage } from '../../src/handoff/describe-package.js'
import { describeNote } from '../../src/handoff/note/describe-note.js'
import { speaksAgainst, toDecide } from '../../src/handoff/own-pages/to-decide.js'
import type { CaseFile, Upload } from '../../src/casework/case-file.js'
import { precheckCase } from '../../src/casework/pre-check.js'
import { compile } from '../../src/precheck/compile.js'
import type { Answer, Evidence } from '../../src/precheck/rule-set.js'
import { packageContents } from './support/contents.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

const today = '2026-11-24'
const stamp = { by: 's1', byName: 'Käthe Schröder', at: '2026-11-24T08:00:00.000Z', revision: 1 }

const compiled = compile(
  aRuleSet({
    service: 'probe',
    title: 'Probe',
    questions: [
      yesNo('mietet', { text: 'Mieten Sie?' }),
      yesNo('untermiete', { text: 'Zur Untermiete?', askWhen: is('mietet') }),
      { id: 'name', text: 'Familienname', kind: 'personName', for: 'form', required: true, source: '§ 1' },
    ],
    documents: [
      aDocument('vertrag', {
        name: 'Mietvertrag',
        neededWhen: is('mietet'),
        maxAge: { months: 3 },
        why: 'Zeigt die Miete.',
        whereToGet: 'Vermieter',
      }),
    ],
    rules: [
      { ...aRule('unter', 'needsReview', is('untermiete')), say: 'Zur Untermiete? {untermiete}.' },
      aRule('eigen', 'notEligible', is('mietet', false)),
    ],
  }),
)

function caseWith(answers: Record<string, Answer>, evidence: Record<string, Evidence> = {}): CaseFile {
  const stamped = <T>(entries: Record<string, T>, shape: (value: T) => object) =>
    Object.fromEntries(Object.entries(entries).map(([id, value]) => [id, { ...stamp, ...shape(value) }]))
  return {
    id: 'c1',
    number: '2026-000001',
    authorityId: 'a',
    officeId: 'o',
    departmentId: 'd',
    service: 'probe',
    ruleSet: 'probe@2025-01-01',
    state: 'inProgress',
    applicant: null,
    receivedOn: '2026-11-20',
    completeOn: null,
    answers: stamped(answers, (value) => ({ value })) as CaseFile['answers'],
    evidence: stamped(evidence, (seen) => seen) as CaseFile['evidence'],
    deficiencies: [
      { about: { kind: 'document', id: 'vertrag' }, text: 'Seite 2 fehlt.' },
      { about: { kind: 'rule', id: 'unter' }, text: 'Doch.' },
    ],
    toCheck: [],
    formerAnswers: [],
    closingReason: null,
    openedBy: 's1',
    openedAt: stamp.at,
    changedAt: stamp.at,
    version: 3,
  }
}

const named = { id: 'x', name: 'X' }
const office = { ...named, address: 'Markt 1, 19258 Grabow' }
const described = (caseFile: CaseFile, uploads: readonly Upload[] = []) =>
  describePackage({
    packageId: 'p1',
    madeAt: stamp.at,
    madeWith: 'Probe',
    trial: false,
    caseFile,
    uploads,
    compiled,
    ruleSetSha256: '0'.repeat(64),
    form: null,
    precheck: precheckCase(compiled, caseFile, today),
    authority: named,
    department: named,
    office,
    handedOverBy: named,
    reason: null,
    seal: packageContents().seal,
  })

describe('what the package says', () => {
  it('has every answer in words, by whom and when', () => {
    const { questions } = described(caseWith({ mietet: true, untermiete: false, name: 'Čapek' }))
    expect(questions.map(({ id, answer, counts, use }) => [id, answer?.words, counts, use])).toEqual([
      ['mietet', 'Ja', true, 'precheck'],
      ['untermiete', 'Nein', true, 'precheck'],
      ['name', 'Čapek', true, 'form'],
    ])
    expect(questions[0]!.answer).toMatchObject({ by: { id: 's1', name: 'Käthe Schröder' }, at: stamp.at })
  })

  it('keeps an answer that another one excludes, and says that it does not count', () => {
    const { questions } = described(caseWith({ mietet: false, untermiete: true, name: 'A' }))
    expect(questions.find(({ id }) => id === 'untermiete')).toMatchObject({
      counts: false,
      answer: { words: 'Ja' },
    })
  })

  it('names what is open: questions that still matter and data the form needs', () => {
    const { questions, verdict } = described(caseWith({}))
    expect(verdict).toMatchObject({ outcome: 'open', words: 'nicht abgeschlossen' })
    expect(questions.filter(({ open }) => open).map(({ id }) => id)).toEqual(['mietet', 'untermiete', 'name'])
  })

  it('tells how each document was seen, and gives a returned point its name, even if it applies no more', () => {
    const contents = described(
      caseWith({ mietet: true, untermiete: false }, { vertrag: { seen: 'willBeBrought' } }),
    )
    expect(contents.documents).toMatchObject([
      {
        id: 'vertrag',
        state: 'missing',
        lacks: null,
        seen: { way: 'willBeBrought', words: 'wird nachgereicht' },
      },
    ])
    expect(contents.deficiencies.map(({ label }) => label)).toEqual(['Mietvertrag', 'Zur Untermiete? Nein.'])
  })
})

const aScanOf = (document: string): Upload => ({
  id: 'u1',
  caseFileId: 'c1',
  document,
  name: 'scan.pdf',
  mediaType: 'application/pdf',
  bytes: 1,
  pages: 1,
  sha256: '0'.repeat(64),
  plates: null,
  redrawn: [],
  malwareCheckedAt: null,
  addedBy: 's1',
  addedAt: stamp.at,
})

describe('a document that is missing', () => {
  const missing = { mietet: true, untermiete: false, name: 'A' }

  it('lacks nothing more where nothing is there', () => {
    expect(described(caseWith(missing)).documents[0]).toMatchObject({ state: 'missing', lacks: null })
  })

  it('is told apart from one of which there is a scan that does not count', () => {
    const [document] = described(caseWith(missing), [aScanOf('vertrag')]).documents
    expect(document).toMatchObject({ state: 'missing', lacks: 'nur ein Scan davon liegt bei' })
  })

  it('tells why what was seen does not do', () => {
    const contents = described(caseWith(missing, { vertrag: { seen: 'copyTaken' } }))
    const reason = 'eine Kopie genügt nicht, das Original ist nötig'
    expect(contents.documents[0]).toMatchObject({ lacks: reason })
    expect(toDecide(contents).map(({ text }) => text)).toContain(`Fehlt: Mietvertrag – ${reason}`)
  })
})

describe('what is left to decide', () => {
  it('puts the decision first, then reviews, missing documents and open questions', () => {
    const texts = toDecide(described(caseWith({ mietet: true, untermiete: true }))).map(({ text }) => text)
    expect(texts[0]).toContain('Über den Antrag entscheiden')
    expect(texts[1]).toMatch(/^Prüfen: /)
    expect(texts[2]).toBe('Fehlt: Mietvertrag')
    expect(texts[3]).toContain('„Familienname“')
  })

  it('separates what speaks against the application', () => {
    const contents = described(caseWith({ mietet: false, name: 'A' }))
    expect(speaksAgainst(contents)).toHaveLength(1)
    expect(toDecide(contents)).toHaveLength(1)
  })
})

describe('what the note says', () => {
  const noteFor = (caseFile: CaseFile, rules = compiled) =>
    describeNote({
      madeAt: stamp.at,
      caseFile,
      compiled: rules,
      precheck: precheckCase(rules, caseFile, today),
      authority: 'X',
      office,
      texts: null,
      code: null,
    })
  const section = (caseFile: CaseFile, heading: string) =>
    noteFor(caseFile)
      .sections.find((one) => one.heading.german === heading)
      ?.items.map(({ name, lines }) => [name?.german, ...lines.map(({ german }) => german)])

  it('is exactly what is missing: why, in which form, how old, from where', () => {
    const caseFile = caseWith({ mietet: true, untermiete: false, name: 'A' })
    expect(section(caseFile, 'Bitte bringen Sie mit')).toEqual([
      ['Mietvertrag', 'Zeigt die Miete.', 'Als: Original, höchstens 3 Monate alt.', 'Woher: Vermieter'],
    ])
    expect(section(caseFile, 'Bitte klären Sie noch')).toBeUndefined()
  })

  it('says once in which forms most documents are wanted, and at each that is wanted otherwise', () => {
    const documents = [
      aDocument('a', { forms: ['original', 'copy', 'electronic'] }),
      aDocument('b', { forms: ['original'] }),
      aDocument('c', { forms: ['original', 'copy', 'electronic'] }),
      aDocument('d', { forms: ['original', 'copy', 'electronic'], maxAge: { months: 3 } }),
    ]
    const rules = compile(aRuleSet({ service: 'probe', documents }))
    const [bring] = noteFor(caseWith({}), rules).sections
    expect(bring!.lead?.german).toBe('Wenn nichts anderes dabeisteht: Original, Kopie oder elektronisch.')
    expect(bring!.items.map(({ lines }) => lines.map(({ german }) => german))).toEqual([
      [],
      ['Als: Original.'],
      [],
      ['Als: Original, Kopie oder elektronisch, höchstens 3 Monate alt.'],
    ])
  })

  it('leaves what the clerk answers to the office', () => {
    const questions = compiled.ruleSet.questions.map((question) =>
      question.id === 'untermiete' ? { ...question, answeredBy: 'clerk' as const } : question,
    )
    const own = compile({ ...compiled.ruleSet, questions })
    const heard = (answers: Record<string, Answer>) =>
      noteFor(caseWith(answers), own).sections.flatMap(({ items }) =>
        items.flatMap(({ lines }) => lines.map(({ german }) => german)),
      )
    const ours = 'Einige Fragen klärt das Bürgerbüro selbst.'
    expect(heard({ mietet: true })).not.toContain('Zur Untermiete?')
    expect(heard({ mietet: true })).toContain(ours)
    expect(heard({ mietet: true, untermiete: false })).not.toContain(ours)
  })

  it('tells why what was shown does not do', () => {
    const evidence = { vertrag: { seen: 'originalSeen', issuedOn: '2026-01-01' } } as const
    const caseFile = caseWith({ mietet: true, untermiete: false, name: 'A' }, evidence)
    expect(section(caseFile, 'Bitte bringen Sie mit')![0]).toContain('Was Sie gezeigt haben, ist zu alt.')
  })

  it('keeps documents apart that were shown, because their names have commas', () => {
    const documents = ['a', 'b'].map((id) => aDocument(id, { name: `Antrag ${id}, unterschrieben` }))
    const rules = compile(aRuleSet({ service: 'probe', documents }))
    const shown = { a: { seen: 'originalSeen' }, b: { seen: 'originalSeen' } } as const
    const { sections } = noteFor(caseWith({}, shown), rules)
    expect(sections.at(-1)!.items[0]!.lines[0]!.german).toBe(
      'Schon vorgelegt: Antrag a, unterschrieben · Antrag b, unterschrieben.',
    )
  })

  it('names a source for what speaks against the application', () => {
    const { sections } = noteFor(caseWith({ mietet: false, name: 'A' }))
    expect(sections[0]).toMatchObject({
      heading: { german: 'Das ist der Grund' },
      items: [{ source: '§ 1 Probe' }],
    })
  })
})
