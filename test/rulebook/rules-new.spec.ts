import { ownRules } from '../support/lotse.js'

let rules: ReturnType<typeof ownRules>
beforeEach(() => {
  rules = ownRules('wohngeld')
})
afterEach(() => rules.remove())

describe('rules new', () => {
  it('writes a skeleton that is sound and whose example passes', () => {
    expect(
      rules.lotse('rules', 'new', 'hundesteuer', '--from', '2027-01-01', '--title', 'Anmeldung eines Hundes')
        .code,
    ).toBe(0)
    expect(rules.lotse('rules', 'test', 'hundesteuer').out).toContain('1 Beispiel, keines falsch')
    const { problems } = JSON.parse(rules.lotse('rules', 'check', 'hundesteuer', '--json').out)
    for (const { message } of problems)
      expect(message).toMatch(/^((Kein|In keinem) Beispiel|Hier steht noch die Vorlage; bitte ersetzen\.$)/)
    expect(problems.map(({ pointer }: { pointer: string }) => pointer)).toContain('/rules/0/say')
  })

  it('overwrites nothing', () => {
    const file = 'hundesteuer/2027-01-01.json'
    rules.lotse('rules', 'new', 'hundesteuer', '--from', '2027-01-01')
    rules.change(file, (text) => text.replace('Hundesteuer', 'Mein Text'))
    const { code, told } = rules.lotse('rules', 'new', 'hundesteuer', '--from', '2027-01-01')
    expect(told).toContain('gibt es schon; nichts ist geschrieben.')
    expect(code).toBe(2)
    expect(rules.read(file)).toContain('Mein Text')
  })

  it('copies the rule set of a service to the day from which the law changes, and changes nothing else', () => {
    const { out } = rules.lotse('rules', 'new', 'wohngeld', '--from', '2027-01-01')
    const text = (day: string) => rules.read(`wohngeld/${day}.json`)
    expect(text('2027-01-01')).toBe(text('2026-07-01').replace('"2026-07-01"', '"2027-01-01"'))
    expect(out).toContain('mit "on": "2026-12-31" und mit "on": "2027-01-01"')
  })

  it.each([
    [['../wohngeld', '--from', '2027-01-01'], 'geht nicht'],
    [['wohngeld'], 'Es fehlen die Leistung und --from <Tag>.'],
    [['wohngeld', '--from', '2027-02-30'], '--from: Erwartet wird ein Tag, den es gibt'],
    [['wohngeld', '--from', '2020-01-01'], 'gibt es kein Regelwerk, das kopiert werden könnte'],
    [['wohngeld', '--from', '2027-01-01', '--title', 'x'], 'nur für eine neue Leistung'],
  ])('refuses %j', (args, message) => {
    const { code, told } = rules.lotse('rules', 'new', ...args)
    expect(told).toContain(message)
    expect(code).toBe(2)
  })
})
