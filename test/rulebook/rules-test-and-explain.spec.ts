import { lotse, ownRules } from '../support/lotse.js'

let rules: ReturnType<typeof ownRules>
beforeEach(() => {
  rules = ownRules('wohngeld')
})
afterEach(() => rules.remove())

describe('rules test', () => {
  const example = 'wohngeld/examples/2025-09-11-schweizerin.json'

  it('runs the examples whose file or name contains the text', () => {
    const { code, out } = rules.lotse('rules', 'test', 'wohngeld', 'SCHWEIZERIN')
    expect(out).toContain(`gut    ${example}: Schweizerin: keine Frage nach dem Aufenthalt\n`)
    expect(out).toMatch(/\d+ Beispiele?, keines falsch\n$/)
    expect(code).toBe(0)
  })

  it('says at which place something else came out, and ends with 1', () => {
    rules.change(example, (text) => text.replace(/"verdict": "\w+"/, '"verdict": "wrongAuthority"'))
    const { code, out } = rules.lotse('rules', 'test', 'wohngeld', 'schweizerin')
    expect(out).toContain(`FALSCH ${example}`)
    expect(out).toContain(`${example}:/expect/verdict: Erwartet: "wrongAuthority", herausgekommen: "`)
    expect(code).toBe(1)
  })

  it('tells expectation and outcome side by side as JSON', () => {
    const { results } = JSON.parse(rules.lotse('rules', 'test', 'wohngeld', 'schweizerin', '--json').out)
    const [{ passed, expected, shown, problems }] = results
    expect({ passed, problems }).toEqual({ passed: true, problems: [] })
    expect(shown.verdict).toBe(expected.verdict)
  })

  it('runs nothing against an earlier rule set because a later one is broken', () => {
    rules.change('wohngeld/2026-07-01.json', (text) => text.slice(0, 100))
    const { code, out, told } = rules.lotse('rules', 'test', 'wohngeld')
    expect(told).toContain('wohngeld/2026-07-01.json:: ')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

describe('rules explain', () => {
  it('reads like a reason in a decision', () => {
    const { code, out } = lotse([
      'rules',
      'explain',
      'wohnsitz-anmeldung/2024-11-abmeldung-ausland-acht-tage',
    ])
    expect(code).toBe(0)
    expect(out).toContain(
      'An diesem Tag galt wohnsitz-anmeldung@2024-11-01, in Kraft vom 01.11.2024 bis zum 31.12.2025.',
    )
    expect(out).toContain('Voraussetzungen nicht erfüllt: festgestellt: „abmeldung-zu-frueh“')
    expect(out).toContain('abmeldung-zu-frueh (Voraussetzungen nicht erfüllt; § 17 Abs. 2 Satz 2 BMG)')
    expect(out).toContain('– Tage bis zum Auszug: 8 (mehr als 7)')
    expect(out).toMatch(/Nicht gefragt\n/)
  })

  it('says the fewest answers that decide, and the fewest that would have to be others', () => {
    const { out } = lotse(['rules', 'explain', 'kfz-zulassung/2025-hauptwohnung-hamburg'])
    expect(out).toMatch(
      /\nKürzeste Begründung\n {2}Schon diese Antworten genügen für „nicht zuständig“, was auch sonst geantwortet wird:\n {4}– Was möchten Sie erledigen\? .*\n {4}– Wo liegt die Hauptwohnung .*\n\n/,
    )
    expect(out).toMatch(
      /\nWas anders sein müsste\n {2}Vollständig könnte der Antrag werden, wenn stattdessen geantwortet würde:\n {4}– Wo liegt die Hauptwohnung .*Ludwigslust-Parchim.*\n\n/,
    )
    const { shortestReason, shortestChange } = JSON.parse(
      lotse(['rules', 'explain', 'kfz-zulassung/2025-hauptwohnung-hamburg', '--json']).out,
    )
    expect(shortestReason).toMatchObject({ decides: 'wrongAuthority', isShortest: true })
    expect(shortestReason.answers).toHaveLength(2)
    expect(shortestChange).toHaveLength(1)
  })

  it('needs no change where the answers are good, and no reason while all is open', () => {
    const given = { answers: { anliegen: 'ausweis' } }
    const call = ['rules', 'explain', 'personalausweis', '--on', '2026-11-24', '--answers', '-']
    expect(lotse(call, given).out).not.toContain('Kürzeste Begründung')
    const { out } = lotse(['rules', 'explain', 'wohngeld/2025-09-11-schweizerin'])
    expect(out).toContain('Schon diese Antworten genügen für „vollständig, wenn alle Unterlagen da sind“')
    expect(out).not.toContain('Was anders sein müsste')
  })

  it('explains answers of one’s own, and says the same as the pre-check', () => {
    const given = { answers: { anliegen: 'ausweis' } }
    const call = ['personalausweis', '--on', '2026-11-24', '--answers', '-', '--json']
    const checked = JSON.parse(lotse(['precheck', ...call], { answers: {} }).out)
    const explained = JSON.parse(lotse(['rules', 'explain', ...call], { answers: {} }).out)
    expect(explained).toMatchObject({
      ruleSet: checked.ruleSet,
      verdict: checked.verdict,
      possible: checked.possible,
    })
    expect(explained.toAsk.map(({ question }: { question: string }) => question)).toEqual(checked.relevant)
    expect(lotse(['rules', 'explain', ...call], given).told).toContain('-:/answers/anliegen')
  })

  it.each([
    [[], 'Es fehlt ein Beispiel'],
    [['wohngeld/gibt-es-nicht'], 'gibt es kein Beispiel „gibt-es-nicht“'],
    [['wohngeld/2026'], 'Mehrere Beispiele heißen so:'],
    [['nichts/da'], '„nichts/da“ nennt kein Beispiel'],
  ])('names what is wrong with the call: %j', (words, message) => {
    const { code, told } = lotse(['rules', 'explain', ...words])
    expect(told).toContain(message)
    expect(code).toBe(2)
  })
})
