import { readFileSync } from 'node:fs'
import { library } from '../../src/precheck/functions.js'

const times = (amount: number, factor: number) => library['times']!.apply([amount] as never[], { factor })

describe('times', () => {
  it.each([
    [0.35, 0.7, 0.25],
    [0.35, -0.7, -0.25],
    [0.34, 0.7, 0.24],
    [3, -4500, -13_500],
    [999_999_999.99, 0.9, 899_999_999.99],
  ])('%d times %d is %d', (amount, factor, product) => expect(times(amount, factor)).toBe(product))

  it('of nothing is nothing, also as a deduction', () => expect(Object.is(times(0, -500), 0)).toBe(true))

  it.each([7, 9, 15, -7, -33])(
    'rounds half a cent away from zero for every amount, factor %d/100',
    (share) => {
      const wrong: number[] = []
      for (let cents = 0; cents <= 300_000; cents++) {
        const whole = Math.floor((cents * Math.abs(share) + 50) / 100)
        if (times(cents / 100, share / 100) !== (whole * Math.sign(share)) / 100 + 0) wrong.push(cents)
      }
      expect(wrong).toEqual([])
    },
  )
})

it('each stands in the guide for authors, who read no source', () => {
  const guide = readFileSync('docs/tasks/leistung-hinzufuegen.md', 'utf8')
  const told = [...guide.matchAll(/^\| `(\w+)` +\|.*\| (\S.*?) +\|$/gm)].map(([, name, says]) => [name, says])
  for (const [name, { says }] of Object.entries(library)) expect(told).toContainEqual([name, says])
})
