import { readFileSync, writeFileSync } from 'node:fs'
import { precheckOf } from '../../src/precheck/precheck-of.js'
import type { RuleSet } from '../../src/precheck/rule-set.js'
import { evidenceFrom } from '../../src/rulebook/evidence-shown.js'
import { ruleSetDiff, type RuleSetDiff } from '../../src/rulebook/rule-set-diff.js'
import type { LoadedRuleSet } from '../../src/rulebook/rule-files.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { lotse, type Called } from '../support/lotse.js'
import { aDocument, aRule, is, yesNo } from '../support/rule-set-builder.js'
import { emptyRules, sound, type RulesFolder } from './support/rules-folder.js'

let rules: RulesFolder
beforeEach(() => {
  rules = emptyRules()
})
afterEach(() => rules.remove())

const day = '2026-01-01'
const elsewhere = aRule('anderswo', 'wrongAuthority', is('hier', false))
const questions = [yesNo('hier'), yesNo('deutsch')]

/** The diff of two rule sets that only differ in these parts. */
function diffOf(before: Partial<RuleSet>, after: Partial<RuleSet>): RuleSetDiff {
  rules.write('probe/2025-01-01.json', sound({ questions, ...before }))
  rules.write('probe/2026-01-01.json', sound({ questions, ...after, inForceFrom: day }))
  const rulebook = Rulebook.from(rules.folder)
  expect(rulebook.problems).toEqual([])
  const [old, now] = rulebook.all() as [LoadedRuleSet, LoadedRuleSet]
  const diff = ruleSetDiff(old, now, day)
  expectCitizensToDiffer(diff, old, now)
  return diff
}

/** Every citizen gets just what is told of him, and something else on each side. */
function expectCitizensToDiffer(diff: RuleSetDiff, old: LoadedRuleSet, now: LoadedRuleSet): void {
  for (const { citizen } of diff.groups.flatMap(({ cases }) => cases)) {
    if (citizen === null) continue
    const [before, after] = [citizen.before, citizen.after].map(({ answers, documents, result }, i) => {
      const input = { answers, evidence: evidenceFrom(documents), today: diff.day }
      expect(precheckOf([old, now][i]!.compiled, input)).toEqual(result)
      const missing = result.documents.filter(({ state }) => state === 'missing').map(({ id }) => id)
      return JSON.stringify([result.verdict, missing, result.fee])
    })
    expect(before).not.toBe(after)
  }
}

const foreign = (id: string) => aRule(id, 'needsReview', { all: [is('hier', true), is('deutsch', false)] })
const headings = ({ groups }: RuleSetDiff) => groups.map(({ heading }) => heading)

describe('tells by its cause', () => {
  it('nothing, where only the words are others', () => {
    const renamed = [yesNo('hier', { text: 'Hier?' }), yesNo('deutsch')]
    const after = { questions: renamed, rules: [elsewhere, foreign('fremd')] }
    expect(diffOf({ rules: [elsewhere, foreign('fremd')] }, after).groups).toEqual([])
  })

  it('a rule that is gone, with its source, its share and exactly where', () => {
    const { groups } = diffOf(
      { rules: [elsewhere, foreign('fremd')] },
      { questions, rules: [elsewhere, hint] },
    )
    expect(groups).toMatchObject([
      {
        heading:
          'Regel „fremd“ ist entfallen: statt „Prüfung durch den Fachdienst nötig“ nun „vollständig, wenn alle Unterlagen da sind“',
        source: '§ 1 Probe',
        share: 0.25,
        where: {
          alternatives: [
            [
              { about: 'hier', answers: 'Ja' },
              { about: 'deutsch', answers: 'Nein' },
            ],
          ],
          isCut: false,
        },
        cases: [
          {
            citizen: {
              before: { answers: { hier: true, deutsch: false }, result: { verdict: 'needsReview' } },
              after: { result: { verdict: 'complete' } },
            },
            remark: null,
          },
        ],
      },
    ])
  })

  it('a rule that finds something else', () => {
    const rule = { ...foreign('fremd'), finding: 'notEligible' as const }
    const diff = diffOf({ rules: [elsewhere, foreign('fremd')] }, { rules: [elsewhere, rule] })
    expect(headings(diff)).toEqual([
      'Regel „fremd“ stellt nun „Voraussetzungen nicht erfüllt“ fest statt „Prüfung durch den Fachdienst nötig“: statt „Prüfung durch den Fachdienst nötig“ nun „Voraussetzungen nicht erfüllt“',
    ])
  })

  it('all results that one rule changes in one group', () => {
    const strict = { ...foreign('fremd'), finding: 'notEligible' as const }
    const doubt = aRule('zweifel', 'needsReview', is('zweifel'))
    const more = [...questions, yesNo('zweifel')]
    const { groups } = diffOf(
      { questions: more, rules: [elsewhere, strict, doubt] },
      { questions: more, rules: [elsewhere, hint, doubt] },
    )
    expect(groups).toHaveLength(1)
    expect(groups[0]!.heading).toBe('Regel „fremd“ ist entfallen')
    expect(groups[0]!.cases.map(({ says, share }) => [says, share])).toEqual([
      ['statt „Voraussetzungen nicht erfüllt“ nun „Prüfung durch den Fachdienst nötig“', 0.125],
      ['statt „Voraussetzungen nicht erfüllt“ nun „vollständig, wenn alle Unterlagen da sind“', 0.125],
    ])
  })

  it('a rule that reaches further, and others that change with it', () => {
    const wider = aRule('fremd', 'needsReview', is('hier', true))
    const diff = diffOf({ rules: [elsewhere, foreign('fremd')] }, { rules: [elsewhere, wider, hint] })
    expect(headings(diff)).toEqual([
      'Regel „fremd“ greift nun auch hier: statt „vollständig, wenn alle Unterlagen da sind“ nun „Prüfung durch den Fachdienst nötig“',
    ])
  })

  it('documents and fees, where the application goes on', () => {
    const fee = { id: 'pass', name: 'Pass', amount: 37, source: '§ 2 Probe' }
    const before = {
      rules: [elsewhere, hint],
      documents: [aDocument('ausweis'), aDocument('foto', { name: 'Lichtbild' })],
      fees: [fee],
    }
    const after = {
      ...before,
      documents: [aDocument('ausweis'), aDocument('code', { name: 'Code', neededWhen: is('deutsch') })],
      fees: [{ ...fee, amount: 46 }],
    }
    const { groups } = diffOf(before, after)
    const told = groups.map(({ heading, share }) => `${heading} ${share}`.replaceAll('\u00a0', ' '))
    expect(told.toSorted()).toEqual([
      'Gebühr „Pass“: 46,00 € statt 37,00 € 0.5',
      'Unterlage „Code“ jetzt nötig 0.25',
      'Unterlage „Lichtbild“ nicht mehr nötig 0.5',
    ])
    expect(groups.every(({ limits }) => limits.includes('der Antrag weitergeht'))).toBe(true)
  })

  it('an answer that only one of them knows', () => {
    const pick = (...values: string[]) => [
      {
        ...yesNo('art'),
        kind: 'choice' as const,
        options: values.map((value) => ({ value, label: value })),
      },
    ]
    const rule = (...value: string[]) => aRule('nicht', 'notEligible', { fact: 'art', operator: 'in', value })
    const { groups } = diffOf(
      { questions: pick('a', 'b'), rules: [rule('b')] },
      { questions: pick('a', 'b', 'c'), rules: [rule('b', 'c')] },
    )
    expect(groups[0]!.cases[0]).toMatchObject({
      remark: 'Diese Antwort auf „art?“ gab es bisher nicht.',
      citizen: { before: { impossible: ['art'] }, after: { result: { verdict: 'notEligible' } } },
    })
  })
})

const hint = aRule('hinweis', 'needsReview', {
  all: [is('hier', true), is('deutsch', false), is('hier', false)],
})

/** Amounts hold a space that does not break. */
const plain = (called: Called): Called => ({ ...called, out: called.out.replaceAll('\u00a0', ' ') })

describe('lotse rules diff', () => {
  const two = ['personalausweis@2025-08-01', 'personalausweis@2026-02-07']

  it('reads like an answer to a lawyer', () => {
    const { code, out } = plain(lotse(['rules', 'diff', ...two]))
    for (const line of [
      'Gebühr „Personalausweis, ab 24 Jahre“: 46,00 € statt 37,00 €',
      '   Fundstelle: § 1 Abs. 1 Nr. 2 PAuswGebV',
      '     – Wann ist die Person geboren? bis 07.02.2002',
      '     bisher: vollständig, Gebühr 52,00 €\n     künftig: vollständig, Gebühr 61,00 €',
      'Was in der Datei anders steht\n  Frage „beduerftigkeit“ neu: ',
    ])
      expect(out).toContain(line)
    expect(code).toBe(1)
  })

  it('takes any day in force, and tells everything as JSON', () => {
    const { out } = lotse([
      'rules',
      'diff',
      'personalausweis@2025-12-24',
      two[1]!,
      '--on',
      '2026-03-01',
      '--json',
    ])
    const diff = JSON.parse(out)
    expect(diff).toMatchObject({ before: two[0], after: two[1], day: '2026-03-01' })
    expect(diff.groups).toHaveLength(3)
    expect(diff.changes.length).toBeGreaterThan(3)
  })

  it('compares an edited copy that lies elsewhere, and ends with 0 where nobody notices the change', () => {
    const original = 'rules/hundesteuer/2024-01-01.json'
    const copy = rules.path('entwurf.json')
    const edit = (from: string, to: string) =>
      writeFileSync(copy, readFileSync(original, 'utf8').replace(from, to))
    edit('"amount": 50', '"amount": 60')
    const { out: costlier } = plain(lotse(['rules', 'diff', original, copy]))
    expect(costlier).toContain(`${original} und ${copy}, verglichen`)
    expect(costlier).toContain(': 60,00 € statt 50,00 €')
    edit('"title": "', '"title": "Neu: ')
    const { code, out } = lotse(['rules', 'diff', original, copy])
    expect(out).toContain('Für niemanden kommt etwas anderes heraus.')
    expect(out).toContain('Angaben zum Regelwerk: Titel')
    expect(code).toBe(0)
  })

  it.each([
    [[], 'Es fehlen zwei Regelwerke'],
    [[two[0]!], 'Es fehlen zwei Regelwerke'],
    [[two[0]!, 'entwurf.json'], '„entwurf.json“ ist weder <Leistung>@<Tag>'],
    [[two[0]!, 'wohngeld@2026-07-01'], 'derselben Leistung'],
    [[two[0]!, 'personalausweis@1999-01-01'], 'kein Regelwerk in Kraft'],
    [[two[0]!, 'package.json'], 'package.json:: Der Schlüssel „service“ fehlt.'],
    [[two[0]!, '/etc'], 'Das ist ein Ordner, keine Datei.'],
  ])('a wrong call: %j', (words, message) => {
    const { code, told } = lotse(['rules', 'diff', ...words])
    expect(told).toContain(message)
    expect(code).toBe(2)
  })
})

it('finds a citizen for every difference between neighbouring rule sets', () => {
  const rulebook = Rulebook.from('rules')
  const all = rulebook.all()
  const pairs = all.flatMap((now, i) =>
    all[i - 1]?.compiled.ruleSet.service === now.compiled.ruleSet.service
      ? [[all[i - 1]!, now] as const]
      : [],
  )
  expect(pairs.length).toBeGreaterThan(15)
  for (const [old, now] of pairs) {
    const diff = ruleSetDiff(old, now, now.inForceFrom)
    expect(diff.groups.flatMap(({ cases }) => cases).filter(({ citizen }) => citizen === null)).toEqual([])
    expectCitizensToDiffer(diff, old, now)
  }
})
