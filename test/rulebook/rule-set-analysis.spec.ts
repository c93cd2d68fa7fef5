import type { RuleSet } from '../../src/precheck/rule-set.js'
import { checkRules } from '../../src/rulebook/check-rules.js'
import { problemLine } from '../../src/rulebook/file-problem.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { analysisOf } from '../../src/rulebook/rule-set-analysis.js'
import { lastDayOf } from '../../src/rulebook/why-in-force.js'
import { aDocument, aRule, is, yesNo } from '../support/rule-set-builder.js'
import { emptyRules, sound, type RulesFolder } from './support/rules-folder.js'

const file = 'probe/2025-01-01.json'

let rules: RulesFolder
beforeEach(() => {
  rules = emptyRules()
})
afterEach(() => rules.remove())

/** What an analysis says, each with its kind and place. */
function found(parts: Partial<RuleSet>, until: string | null = null) {
  rules.write(file, sound(parts))
  const rulebook = Rulebook.from(rules.folder)
  expect(rulebook.problems).toEqual([])
  const { errors, hints } = analysisOf(rulebook.all()[0]!, until)
  const told = ({ kind, pointer }: { kind: string; pointer: string }) => `${kind} ${pointer}`
  return { errors: errors.map(told), hints: hints.map(told), messages: errors.map(({ message }) => message) }
}

const two = [yesNo('hier'), yesNo('deutsch')]
const elsewhere = aRule('anderswo', 'wrongAuthority', is('hier', false))

describe('what can never be', () => {
  it('is nothing in a sound rule set', () => {
    expect(found({})).toEqual({ errors: [], hints: [], messages: [] })
  })

  it('a rule whose conditions exclude each other', () => {
    const all = [is('deutsch', true), is('hier', true), is('hier', false)]
    const never = aRule('nie', 'needsReview', { all })
    const { errors, messages } = found({ questions: two, rules: [elsewhere, never] })
    expect(errors).toContain('contradiction /rules/1')
    expect(messages[0]).toContain('widersprechen: „hier?“ mit Ja beantwortet ist und „hier?“ mit Nein')
  })

  it('a rule about a question that is not asked then', () => {
    const asked = [yesNo('hier'), yesNo('deutsch', { askWhen: is('hier', false) })]
    const never = aRule('nie', 'needsReview', { all: [is('hier', true), is('deutsch', false)] })
    expect(found({ questions: asked, rules: [elsewhere, never] }).errors).toContain('dead /rules/1')
  })

  it('a rule that is always hidden behind a stronger one, which is named', () => {
    const rule = aRule('verdeckt', 'needsReview', { all: [is('hier', false), is('deutsch', false)] })
    const weak = aRule('auslaendisch', 'needsReview', { all: [is('hier', true), is('deutsch', false)] })
    const { errors, messages } = found({ questions: two, rules: [elsewhere, rule, weak] })
    expect(errors).toEqual(['hidden /rules/1'])
    expect(messages[0]).toContain('„anderswo“')
  })

  it('a question that changes nothing, though a condition names it', () => {
    const either = { any: [is('deutsch', true), is('deutsch', false)] }
    const rule = aRule('pruefen', 'needsReview', { all: [is('hier', true), either] })
    const { errors } = found({ questions: two, rules: [elsewhere, rule] })
    expect(errors).toContain('idle /questions/1')
  })

  it('a document that is needed only where the case has ended', () => {
    const documents = [aDocument('pass', { neededWhen: is('hier', false) })]
    expect(found({ documents }).errors).toContain('dead /documents/0')
  })

  it('a rule that ends every case', () => {
    const always = aRule('alle', 'notEligible', { any: [is('deutsch', true), is('deutsch', false)] })
    expect(found({ questions: two, rules: [elsewhere, always] }).errors).toContain('endsAll /rules/1')
  })

  it('that an application becomes complete', () => {
    const always = aRule('alle', 'needsReview', { any: [is('deutsch', true), is('deutsch', false)] })
    expect(found({ questions: two, rules: [elsewhere, always] }).errors).toContain('noVerdict ')
  })
})

describe('the day', () => {
  const later = {
    fact: 'today',
    operator: 'greaterThanInclusive',
    value: '2026-02-01',
  } as const
  const rule = aRule('spaeter', 'needsReview', { all: [is('hier', true), later] })

  it('keeps a rule alive that begins while the rule set is in force', () => {
    expect(found({ rules: [elsewhere, rule] }).errors).toEqual([])
  })

  it('does not, if the next rule set comes first', () => {
    expect(found({ rules: [elsewhere, rule] }, '2026-01-31').errors).toEqual(['dead /rules/1'])
  })

  it('is looked at through a fact made of it alone', () => {
    const month = { fact: 'monat', operator: 'equal', value: '2026-03-01' } as const
    const derived = [{ fact: 'monat', function: 'firstOfMonth', of: ['today'] }]
    const inMarch = aRule('maerz', 'needsReview', { all: [is('hier', true), month] })
    expect(found({ derived, rules: [elsewhere, inMarch] }).errors).toEqual([])
    expect(found({ derived, rules: [elsewhere, inMarch] }, '2026-02-28').errors).toEqual(['dead /rules/1'])
  })
})

describe('what may be meant', () => {
  it('a fee that only some pay, with nothing said of the others', () => {
    const fees = [{ id: 'gebuehr', amount: 5, source: '§ 1', when: is('deutsch', true) }]
    expect(found({ questions: two, fees }).hints).toEqual(['noFee /fees'])
  })

  it('„weiß nicht“ after which everything is complete', () => {
    const questions = [yesNo('hier', { mayBeUnknown: true })]
    const notice = aRule('hinweis', 'notice', { fact: 'hier', operator: 'isUnknown', value: true })
    expect(found({ questions, rules: [elsewhere, notice] }).hints).toEqual([
      'unknownWithoutConsequence /questions/0',
    ])
  })

  it('a condition that is always met', () => {
    const neededWhen = { any: [is('hier', true), is('hier', false)] }
    expect(found({ documents: [aDocument('pass', { neededWhen })] }).hints).toEqual([
      'always /documents/0/neededWhen',
    ])
  })
})

describe('rules check', () => {
  const lines = async () => (await checkRules(rules.folder)).problems.map(problemLine)

  it('tells what can never be as a problem, and asks for no example of it', async () => {
    const never = aRule('nie', 'needsReview', { all: [is('hier', true), is('hier', false)] })
    rules.write(file, sound({ rules: [elsewhere, never] }))
    expect((await lines()).filter((line) => line.includes('/rules/1'))).toEqual([
      `${file}:/rules/1: Regel „nie“ kann nie greifen, weil ihre Bedingungen sich widersprechen: „hier?“ mit Ja beantwortet ist und „hier?“ mit Nein beantwortet ist.`,
      `${file}:/rules/1: In keinem Beispiel bleibt „nie“ ohne Wirkung.`,
    ])
  })

  it('refuses a rule without a source in law', async () => {
    const { source: _source, ...unsourced } = aRule('quellenlos', 'needsReview', is('hier', false))
    rules.write(file, sound({ rules: [elsewhere, unsourced as typeof elsewhere] }))
    expect(await lines()).toContain(`${file}:/rules/1: Der Schlüssel „source“ fehlt.`)
  })

  it('refuses a rule set that is too entangled to be worked out, and names what entangles it', async () => {
    const half = 20
    const ids = Array.from({ length: 2 * half }, (_, i) => `frage_${i}`)
    // Each of the first half has to be kept in mind until its counterpart in the second half is answered.
    const alike = ids.slice(0, half).map((id, i) => {
      const other = ids[half + i]!
      return { any: [{ all: [is(id), is(other)] }, { all: [is(id, false), is(other, false)] }] }
    })
    const questions = [yesNo('hier'), ...ids.map((id) => yesNo(id))]
    rules.write(
      file,
      sound({ questions, rules: [elsewhere, aRule('gleich', 'notEligible', { all: alike })] }),
    )
    const entangled = (await lines()).filter((line) => line.includes('hängen so ineinander'))
    expect(entangled).toHaveLength(1)
    expect(entangled[0]).toMatch(/„frage_\d+“, „frage_\d+“/)
    expect(Rulebook.from(rules.folder).all()).toEqual([])
  })
})

it('finds nothing wrong in the existing rule sets', () => {
  const rulebook = Rulebook.from('rules')
  const errors = rulebook
    .all()
    .flatMap(
      (ruleSet) =>
        analysisOf(ruleSet, lastDayOf(rulebook, ruleSet.compiled.ruleSet.service, ruleSet.inForceFrom))
          .errors,
    )
  expect(errors).toEqual([])
})
