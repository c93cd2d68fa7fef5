import type { Question } from '../../src/precheck/rule-set.js'
import { problemLine } from '../../src/rulebook/file-problem.js'
import { readDraft } from '../../src/rulebook/rule-files.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { aDocument, aRule, is, yesNo } from '../support/rule-set-builder.js'
import { emptyRules, sound, type RulesFolder } from './support/rules-folder.js'

let rules: RulesFolder
beforeEach(() => {
  rules = emptyRules()
})
afterEach(() => rules.remove())

const problemsOf = () => Rulebook.from(rules.folder).problems.map(problemLine)

describe('the rule set of a day', () => {
  beforeEach(() => {
    rules.write('probe/2025-01-01.json', sound())
    rules.write('probe/2026-02-07.json', sound({ inForceFrom: '2026-02-07' }))
  })
  it.each([
    ['2025-01-01', 'probe@2025-01-01'],
    ['2026-02-06', 'probe@2025-01-01'],
    ['2026-02-07', 'probe@2026-02-07'],
    ['2030-01-01', 'probe@2026-02-07'],
  ])('on %s is %s', (day, id) => expect(Rulebook.from(rules.folder).inForce('probe', day)?.id).toBe(id))
  it('is none before the first file', () =>
    expect(Rulebook.from(rules.folder).inForce('probe', '2024-12-31')).toBeNull())
})

describe('a file that is wrong is left out and told with file, pointer and what to do', () => {
  const leaf = (parts: object) =>
    sound({ rules: [aRule('r', 'notice', { ...is('hier'), ...parts } as never), ...sound().rules] })
  it.each([
    ['no JSON', '{', '::', 'kein gültiges JSON'],
    ['wrong key', { ...sound(), titel: 'x' }, ':', 'Der Schlüssel „titel“ gehört nicht hierher'],
    ['path', leaf({ path: '$.x' }), ':/rules/0/when', 'Der Schlüssel „path“ gehört nicht hierher'],
    ['unknown operator', leaf({ operator: 'matches' }), ':/rules/0/when/operator', 'Erlaubt ist nur: equal'],
    ['unknown fact', leaf({ fact: 'dort' }), ':/rules/0/when/fact', 'Das Merkmal „dort“ gibt es nicht'],
    [
      'constant of another kind',
      leaf({ value: 'ja' }),
      ':/rules/0/when/value',
      'kann „hier“ (yesNo) nie sein',
    ],
    [
      'operator of another kind',
      leaf({ operator: 'lessThan' }),
      ':/rules/0/when/operator',
      'passt nicht zu „hier“',
    ],
    ['empty all', leaf({}), '', ''],
    ['name twice', sound({ questions: [yesNo('hier'), yesNo('hier')] }), ':/questions/1/id', 'gibt es schon'],
    [
      'idle question',
      sound({ questions: [yesNo('hier'), yesNo('farbe')] }),
      ':/questions/1',
      'entscheidet nichts',
    ],
    [
      'idle "weiß nicht"',
      sound({ questions: [yesNo('hier', { mayBeUnknown: true })] }),
      ':/questions/0/mayBeUnknown',
      'hat keine Folge',
    ],
    [
      'no source',
      sound({ documents: [{ ...aDocument('a'), source: '' }] }),
      ':/documents/0/source',
      'mindestens 2',
    ],
    [
      'unknown function',
      sound({ derived: [{ fact: 'x', function: 'eval', of: ['hier'] }] }),
      ':/derived/0/function',
      'gibt es nicht',
    ],
    [
      'function of the prototype',
      sound({ derived: [{ fact: 'x', function: 'constructor', of: ['hier'] }] }),
      ':/derived/0/function',
      'gibt es nicht',
    ],
    [
      'wrong input',
      sound({ derived: [{ fact: 'x', function: 'firstOfMonth', of: ['hier'] }] }),
      ':/derived/0/of/0',
      'gebraucht wird date',
    ],
    [
      'circle',
      sound({ questions: [yesNo('hier', { askWhen: is('da') }), yesNo('da', { askWhen: is('hier') })] }),
      ':/questions/0: ',
      'im Kreis voneinander ab: hier → da → hier',
    ],
    [
      'placeholder',
      sound({ rules: [{ ...sound().rules[0]!, say: 'Seit {nie}' }] }),
      ':/rules/0/say',
      'nennt kein Merkmal',
    ],
    [
      'open bracket',
      sound({ rules: [{ ...sound().rules[0]!, say: 'Seit {hier' }] }),
      ':/rules/0/say',
      '{merkmal}',
    ],
    [
      'placeholder in a question',
      sound({ questions: [yesNo('hier', { text: 'Hier seit {hier}?' })] }),
      ':/questions/0/text',
      'gibt es nur in „say“',
    ],
    ['misspelt key', { ...sound(), grups: [] }, ':', 'Gemeint ist vielleicht „groups“.'],
    [
      'German day',
      sound({ checkedOn: '1.1.2025' }),
      ':/checkedOn',
      'Erwartet wird ein Tag als JJJJ-MM-TT, wie 2026-01-01.',
    ],
    ['comment', '{\n  // Fragen\n}', '::', 'Kommentare gibt es in JSON nicht'],
    ['German quotes', '{ „service“: 1 }', '::', 'Anführungszeichen sind hier die geraden'],
    ['decimal comma', '{ "amount": 5,50 }', '::', 'einen Punkt statt des Kommas'],
    ['quotes in a text', '{ "say": "Das "neue" Amt" }', '::', 'Anführungszeichen im Text'],
    ['line break in a text', '{ "say": "Das\nAmt" }', '::', 'in einer Zeile'],
    ['wrong day', sound({ inForceFrom: '2025-01-02' }), ':/inForceFrom', 'Der Dateiname sagt 2025-01-01'],
    ['deep', `${'['.repeat(100)}${']'.repeat(100)}`, '::', 'verschachtelt'],
    ['prototype', '{"__proto__":{"a":1}}', '::', '__proto__'],
  ] as [string, unknown, string, string][])('%s', (name, content, pointer, message) => {
    const file = name === 'empty all' ? sound({ rules: [aRule('r', 'notice', { all: [] })] }) : content
    rules.write('probe/2025-01-01.json', file)
    expect(problemsOf().join('\n')).toContain(`probe/2025-01-01.json${pointer}`)
    expect(problemsOf().join('\n')).toContain(message || 'mindestens 1')
    expect(Rulebook.from(rules.folder).all()).toEqual([])
  })
})

test('of several ways to write a value one line tells all, without a pattern', () => {
  rules.write('probe/2025-01-01.json', sound({ fees: [{ id: 'g', amount: '5 €' as never, source: '§ 1' }] }))
  expect(problemsOf()).toEqual([
    'probe/2025-01-01.json:/fees/0/amount: Erwartet wird ein Betrag in Euro als Zahl, wie 8.5, oder null: vor Ort nachzusehen.',
  ])
})

test('a file with another name is told so, whatever is in it', () => {
  rules.write('probe/anna.json', { name: 'Anna' })
  expect(problemsOf()).toEqual([expect.stringContaining('Beispiele gehören in den Ordner examples.')])
})

describe('bounds of a question', () => {
  const bounded = (kind: Question['kind'], bounds: Partial<Question>) =>
    sound({
      questions: [yesNo('hier'), { ...yesNo('zahl'), kind, ...bounds }],
      derived: kind === 'persons' ? [{ fact: 'anzahl', function: 'countOf', of: ['zahl'] }] : [],
      rules: [
        ...sound().rules,
        aRule('mehr', 'needsReview', {
          fact: kind === 'persons' ? 'anzahl' : 'zahl',
          operator: 'greaterThan',
          value: 1,
        }),
      ],
    })
  it.each([
    ['integer', { min: 10, max: 3 }, '/max: Das lässt keine Antwort zu: mindestens 10, höchstens 3.'],
    ['euro', { min: 10, max: 3 }, '/max: Das lässt keine Antwort zu'],
    ['integer', { min: 2_000_000_000 }, '/min: Das lässt keine Antwort zu'],
    ['integer', { max: -1 }, '/max: Das lässt keine Antwort zu: mindestens 0, höchstens -1.'],
    ['euro', { max: 9e15 }, '/max: Erwartet wird ein Betrag.'],
    ['euro', { min: 0.001 }, '/min: Erwartet wird ein Betrag.'],
    ['persons', { max: -1 }, '/max: Das lässt keine Antwort zu'],
    ['persons', { min: -3, max: -1 }, '/max: Das lässt keine Antwort zu'],
    ['persons', { min: 2_000_000_000 }, '/min: Das lässt keine Antwort zu'],
    ['persons', { min: 0.5, max: 0.7 }, '/min: Erwartet wird eine ganze Zahl.'],
    ['text', { max: 0 }, '/max: Das lässt keine Antwort zu'],
    ['date', { min: 1 }, '/min: „min“ gibt es bei date nicht.'],
  ] as const)('%s between %j are told', (kind, bounds, told) => {
    rules.write('probe/2025-01-01.json', bounded(kind, bounds))
    rules.write('andere/2025-01-01.json', sound({ service: 'andere' }))
    expect(problemsOf().join('\n')).toContain(`probe/2025-01-01.json:/questions/1${told}`)
    expect(Rulebook.from(rules.folder).services()).toEqual(['andere'])
  })
  it.each([
    ['integer', { min: 3, max: 3 }],
    ['integer', { min: -5 }],
    ['euro', { min: 0.29, max: 1_000_000_000_000 }],
    ['persons', { min: 1, max: 2 }],
  ] as const)('%s between %j are sound', (kind, bounds) => {
    rules.write('probe/2025-01-01.json', bounded(kind, bounds))
    expect(problemsOf()).toEqual([])
  })
})

describe('constants of a derived fact', () => {
  const period = (length: object) =>
    sound({
      questions: [yesNo('hier'), { ...yesNo('tag'), kind: 'date' }],
      derived: [{ fact: 'ende', function: 'endOfPeriod', of: ['tag'], with: length as never }],
      rules: [
        ...sound().rules,
        aRule('zu-spaet', 'needsReview', { fact: 'ende', operator: 'lessThan', value: '2026-01-01' }),
      ],
    })
  it.each([
    [{ years: 1_000_000 }, 'years: Erlaubt ist eine ganze Zahl von -200 bis 200.'],
    [{ months: 0.5 }, 'months: Erlaubt ist eine ganze Zahl von -2400 bis 2400.'],
    [{ weeks: '2' }, 'weeks: Erwartet wird eine Zahl.'],
    [{ factor: 2 }, 'factor: Erlaubt sind hier Zahlen zu: days, weeks, months, years.'],
  ])('%j are told', (length, told) => {
    rules.write('probe/2025-01-01.json', period(length))
    expect(problemsOf()).toEqual([`probe/2025-01-01.json:/derived/0/with/${told}`])
  })
  it('within two centuries are sound', () => {
    rules.write('probe/2025-01-01.json', period({ days: -73_000, years: -200 }))
    expect(problemsOf()).toEqual([])
  })
})

describe('a fault that nobody has thought of', () => {
  it('is a problem of its file', () => {
    rules.write('probe/entwurf.json', {})
    expect(readDraft(rules.path('probe/entwurf.json'), () => [])).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^Das Regelwerk lässt sich nicht auswerten \(TypeError: .*\); bitte/),
      }),
    ])
  })
})
