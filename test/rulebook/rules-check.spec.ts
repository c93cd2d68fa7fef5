import { ownRules } from '../support/lotse.js'

let rules: ReturnType<typeof ownRules>
beforeEach(() => {
  rules = ownRules('wohngeld')
})
afterEach(() => rules.remove())

describe('rules check', () => {
  it('hints at what is hard to read, and ends with 0 all the same', () => {
    const { code, out } = rules.lotse('rules', 'check')
    expect(out).toMatch(
      /^Hinweise .*\nwohngeld\/2026-07-01\.json:\/questions\/15\/text: Der Text ist lang: 314 Zeichen/m,
    )
    expect(out).not.toContain('Unbestätigte Angaben')
    expect(code).toBe(0)
  })

  it('hints at long sentences and at a question that says no why', () => {
    rules.change('wohngeld/2026-07-01.json', (text) =>
      text.replace('"say": "', `"say": "${'Wort '.repeat(36)}`).replace(/"why": "[^"]*",\s*/, ''),
    )
    const { hints } = JSON.parse(rules.lotse('rules', 'check', '--json').out)
    const messages = hints.map(({ message }: { message: string }) => message).join('\n')
    expect(messages).toMatch(/Ein Satz hat \d+ Wörter/)
    expect(messages).toContain('sagt nicht, warum gefragt wird')
  })

  it('lists what is unconfirmed when asked', () => {
    expect(rules.lotse('rules', 'check', '--unconfirmed').out).toMatch(
      /Unbestätigte Angaben\nwohngeld\/.* ist unbestätigt \(/,
    )
  })
})
