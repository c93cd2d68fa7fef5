import { ownRules } from '../support/lotse.js'

let rules: ReturnType<typeof ownRules>
beforeEach(() => {
  rules = ownRules('wohngeld')
})
afterEach(() => rules.remove())

describe('rules outdated', () => {
  const found = (on: string) =>
    (
      JSON.parse(rules.lotse('rules', 'outdated', '--on', on, '--json').out).found as {
        kind: string
        file: string
        pointer: string
      }[]
    ).map(({ kind, file, pointer }) => `${kind} ${file}:${pointer}`)

  it.each([
    [
      '2024-12-31',
      [
        'notInForce wohngeld/2025-01-01.json:/inForceFrom',
        'begins wohngeld/2025-01-01.json:/inForceFrom',
        'future wohngeld/2026-07-01.json:/inForceFrom',
      ],
    ],
    ['2025-12-31', ['future wohngeld/2026-07-01.json:/inForceFrom']],
    [
      '2026-06-30',
      [
        'ends wohngeld/2025-01-01.json:',
        'unchecked wohngeld/2025-01-01.json:',
        'begins wohngeld/2026-07-01.json:/inForceFrom',
      ],
    ],
    ['2027-07-01', []],
    ['2027-07-02', ['unchecked wohngeld/2026-07-01.json:']],
  ])('tells on %s what begins, ends or was not compared for a year', (on, lines) => {
    expect(found(on)).toEqual(lines)
  })

  it('counts a rule set as compared on its own day, and a part on its', () => {
    rules.change('wohngeld/2026-07-01.json', (text) =>
      text
        .replace('"inForceFrom"', '"checkedOn": "2028-01-01", "inForceFrom"')
        .replace('"questions": [\n    {', '"questions": [\n    {"checkedOn": "2026-01-01",'),
    )
    expect(found('2028-06-01')).toEqual(['unchecked wohngeld/2026-07-01.json:/questions/0'])
    expect(found('2027-12-01')).toEqual([
      'checkedLater wohngeld/2026-07-01.json:',
      'unchecked wohngeld/2026-07-01.json:/questions/0',
    ])
    const described = JSON.parse(
      rules.lotse('rules', 'describe', 'wohngeld', '--on', '2026-11-24', '--json').out,
    )
    expect([described, ...described.questions].slice(0, 3).map(({ checkedOn }) => checkedOn)).toEqual([
      '2028-01-01',
      '2026-01-01',
      '2028-01-01',
    ])
  })

  it('refuses a day of the last check that does not exist', () => {
    rules.change('wohngeld/2026-07-01.json', (text) =>
      text.replace('"inForceFrom"', '"checkedOn": "2026-02-30", "inForceFrom"'),
    )
    expect(rules.lotse('rules', 'check').out).toContain(
      'wohngeld/2026-07-01.json:/checkedOn: Diesen Tag gibt es nicht.',
    )
  })
})
