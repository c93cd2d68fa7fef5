import { lotse as called, type Called } from '../support/lotse.js'

const lotse = (args: string, input?: unknown): Called => called(args.split(' '), input)
const precheck = 'precheck personalausweis --on 2026-11-24 --answers -'

it('lists services and rule sets', () => {
  const { code, out } = lotse('rules list --json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toContainEqual(
    expect.objectContaining({ service: 'personalausweis', ruleSet: 'personalausweis@2026-02-07' }),
  )
})

it('checks one service', () => {
  const { code, out } = lotse('rules check wohngeld')
  expect(out).toMatch(/^wohngeld: 2 Regelwerk\(e\), \d+ Beispiele$/m)
  expect(code).toBe(0)
})

it('describes a rule set so that it can be answered without its file', () => {
  const described = JSON.parse(lotse('rules describe kfz-zulassung --on 2026-11-24 --json').out)
  expect(described.questions.length).toBeGreaterThan(20)
  for (const question of described.questions)
    expect(question).toEqual(
      expect.objectContaining({
        id: expect.any(String),
        text: expect.any(String),
        answerAs: expect.any(String),
      }),
    )
  expect(described.documents[0]).toEqual(
    expect.objectContaining({ name: expect.any(String), source: expect.any(String) }),
  )
})

it('prints the pre-check of an open case as one object, with exactly the keys that others rely on', () => {
  const { code, out } = lotse(`${precheck} --json`, { answers: {}, documents: {} })
  const result = JSON.parse(out)
  expect(code).toBe(0)
  expect(Object.keys(result)).toEqual([
    'service',
    'ruleSet',
    'verdict',
    'possible',
    'findings',
    'documents',
    'fees',
    'fee',
    'next',
    'relevant',
    'derived',
  ])
  expect(result).toMatchObject({
    service: 'personalausweis',
    ruleSet: 'personalausweis@2026-02-07',
    verdict: 'open',
  })
  expect(result.relevant).toContain(result.next.question)
  expect(result.next.because).not.toBe('')
})

it('says the same in words', () => {
  expect(lotse(precheck, {}).out).toMatch(/^personalausweis@2026-02-07: noch offen\n/)
})

it('and fees and findings as a clerk says them', () => {
  expect(lotse(precheck, {}).out).toContain('\n  Gebühr: 0,00\u00a0€\n')
  const { out } = lotse('rules describe personalausweis --on 2026-11-24')
  expect(out).toContain('  personalausweis-unter-24: 27,60\u00a0€ (')
  expect(out).toMatch(/\n {2}\w+: .*\n {4}true oder false\n/)
  expect(out).toMatch(/\n {4}"\w+": \S/)
  expect(out).toContain('  unionsbuerger [Voraussetzungen nicht erfüllt]: ')
})

it.each([
  ['rules describe nichts --on 2026-11-24', undefined, 'Die Leistung „nichts“ gibt es nicht.'],
  ['rules describe wohngeld --on 1990-01-01', undefined, 'am 1990-01-01 kein Regelwerk in Kraft'],
  ['rules describe wohngeld --on 2026-02-30', undefined, '--on: Erwartet wird ein Tag'],
  ['rules list --farbe', undefined, '--farbe'],
  ['rules list wohngeld', undefined, 'Zu viele Angaben: wohngeld'],
  [
    'templates check --templates nirgends',
    undefined,
    'nirgends: Diesen Ordner mit Formularen gibt es nicht.',
  ],
  ['rules list --rules nirgends', undefined, 'nirgends: Diesen Ordner mit Regeln gibt es nicht.'],
  [precheck, { answers: { farbe: 1 } }, '-:/answers/farbe: Diese Frage gibt es nicht.'],
  [precheck, { answers: { geburtsdatum: '1990-02-30' } }, '-:/answers/geburtsdatum: Erwartet wird ein Tag'],
  [precheck, { documents: { farbe: 'originalSeen' } }, '-:/documents/farbe: Diese Unterlage gibt es nicht.'],
  [
    precheck,
    { documents: { geburtsurkunde: { seen: 'originalSeen', issuedOn: '0150-01-01' } } },
    '-:/documents/geburtsurkunde: „issuedOn“ ist kein Tag, den es gibt',
  ],
  [precheck, [], '-:: Erwartet wird ein Objekt'],
  [precheck, { answers: null }, '-:/answers: Erwartet wird ein Objekt'],
  [precheck, { answers: {}, documents: null }, '-:/documents: Erwartet wird ein Objekt'],
  ['precheck personalausweis --on 2026-11-24 --answers /gibt/es/nicht.json', undefined, 'gibt es nicht'],
  ['farbe', undefined, 'Befehle:'],
])('ends with 2 and names the place: lotse %s', (args, input, told) => {
  const result = lotse(args, input)
  expect(result.told).toContain(told)
  expect(result.out).toBe('')
  expect(result.code).toBe(2)
})
