import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { flowOf, type Flow } from '../../src/rulebook/flow/flow.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { startBrowser } from '../support/browser.js'
import { lotse } from '../support/lotse.js'
import { aDocument, aRule, is, yesNo } from '../support/rule-set-builder.js'
import { emptyRules, sound, type RulesFolder } from './support/rules-folder.js'

let rules: RulesFolder
beforeEach(() => {
  rules = emptyRules()
})
afterEach(() => rules.remove())

describe('the flow', () => {
  function flowFor(parts: Parameters<typeof sound>[0]): Flow {
    rules.write('probe/2025-01-01.json', sound(parts))
    return flowOf(Rulebook.from(rules.folder).all()[0]!, '2025-01-01')
  }
  const elsewhere = aRule('anderswo', 'wrongAuthority', is('hier', false))

  it('ends at a finding, and goes on to the result', () => {
    expect(flowFor({ documents: [aDocument('pass')] })).toMatchObject({
      always: [{ kind: 'document', id: 'pass' }],
      steps: [
        {
          number: 1,
          text: 'hier?',
          next: ['end'],
          rows: [
            { answers: 'Ja', effects: [], endsHere: false },
            {
              answers: 'Nein',
              effects: [{ kind: 'wrongAuthority', id: 'anderswo', isSure: true }],
              endsHere: true,
            },
          ],
        },
      ],
    })
  })

  it('leaves a question out that nobody is asked, and leads past one that is not for all', () => {
    const questions = [
      yesNo('hier'),
      yesNo('kind'),
      yesNo('sorgerecht', { askWhen: is('kind') }),
      yesNo('foto'),
    ]
    const documents = [
      aDocument('zustimmung', { neededWhen: is('sorgerecht', false) }),
      aDocument('bild', { neededWhen: { all: [is('foto', false), is('kind')] } }),
    ]
    const { steps } = flowFor({ questions, documents, rules: [elsewhere] })
    expect(steps.map(({ id }) => id)).toEqual(['hier', 'kind', 'sorgerecht', 'foto'])
    const [, child, custody, photo] = steps
    expect(child!.rows.map(({ answers, next }) => [answers, next])).toEqual([
      ['Ja', [3]],
      ['Nein', ['end']],
    ])
    expect(custody).toMatchObject({ next: [4], rows: [{ effects: [] }, { effects: [{ id: 'zustimmung' }] }] })
    // Only a child is asked for it, so it is sure where it is asked.
    expect(photo!.rows[1]!.effects).toEqual([{ kind: 'document', id: 'bild', text: 'bild', isSure: true }])
  })

  it('tells what depends on earlier answers as unsure', () => {
    const questions = [yesNo('hier'), yesNo('eilig'), yesNo('fremd')]
    const review = aRule('pruefen', 'needsReview', { all: [is('eilig'), is('fremd')] })
    const documents = [aDocument('titel', { neededWhen: is('fremd') })]
    const { steps } = flowFor({ questions, documents, rules: [elsewhere, review] })
    expect(steps[2]!.rows[0]!.effects).toEqual([
      { kind: 'needsReview', id: 'pruefen', text: 'pruefen', isSure: false },
      { kind: 'document', id: 'titel', text: 'titel', isSure: true },
    ])
  })
})

describe('lotse rules draw', () => {
  it('writes a picture, or prints it', () => {
    const file = rules.path('bild.svg')
    const { code, out } = lotse(['rules', 'draw', 'hundesteuer', '--out', file])
    expect([code, out]).toEqual([0, `gezeichnet: ${file}\n`])
    const printed = lotse(['rules', 'draw', 'hundesteuer']).out
    expect(printed).toBe(readFileSync(file, 'utf8'))
    expect(printed).toMatch(/^<svg [^>]*\n? role="img" aria-labelledby="titel beschreibung"/)
    expect(printed).toContain('1. Was möchten Sie erledigen?\n– Einen Hund anmelden; Unterlage: ')
    expect(printed).not.toMatch(/<script|url\(|href|@font-face/)
  })

  it.each([
    [[], 'Es fehlt die Leistung.'],
    [['nirgends'], 'Die Leistung „nirgends“ gibt es nicht.'],
    [['hundesteuer', '--on', '2020-01-01'], 'kein Regelwerk in Kraft'],
    [['hundesteuer', '--out', '/nirgends/bild.svg'], 'lässt sich nicht schreiben (ENOENT)'],
  ])('a wrong call: %j', (words, message) => {
    const { code, told } = lotse(['rules', 'draw', ...words])
    expect(told).toContain(message)
    expect(code).toBe(2)
    expect(existsSync('/nirgends')).toBe(false)
  })
})

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  it.each(['kfz-zulassung', 'wohngeld', 'hundesteuer', 'wohnberechtigungsschein'])(
    'every text of %s stands whole in its box, and none lies on another',
    async (service) => {
      const file = rules.path('bild.svg')
      lotse(['rules', 'draw', service, '--out', file])
      const page = await browser.newPage()
      await page.goto(pathToFileURL(file).href)
      const texts = await page.locator('text').evaluateAll((found) =>
        found.map((one) => {
          const { x, y, width, height } = (one as SVGTextElement).getBBox()
          return { says: one.textContent ?? '', x, y, right: x + width, bottom: y + height }
        }),
      )
      const boxes = await page.locator('rect, path[d$="Z"], path[d*="Z M"]').evaluateAll((found) =>
        found.map((one) => {
          const { x, y, width, height } = (one as SVGGraphicsElement).getBBox()
          return { x, y, right: x + width, bottom: y + height }
        }),
      )
      await page.close()
      expect(texts.length).toBeGreaterThan(100)
      const within = (a: Place, b: Place) =>
        a.x >= b.x && a.right <= b.right && a.y >= b.y - 1 && a.bottom <= b.bottom + 1
      // The smallest shape in which a text begins is its box.
      const spilling = texts.filter((one) => {
        const begin = {
          x: one.x,
          right: one.x,
          y: (one.y + one.bottom) / 2,
          bottom: (one.y + one.bottom) / 2,
        }
        const [own] = boxes.filter((box) => within(begin, box)).toSorted((a, b) => areaOf(a) - areaOf(b))
        return own === undefined || one.right > own.right
      })
      expect(spilling.map(({ says }) => says)).toEqual([])
      const covered = texts.filter((one, i) =>
        texts.some(
          (other, j) =>
            j > i &&
            one.x < other.right &&
            other.x < one.right &&
            one.y + 3 < other.bottom - 3 &&
            other.y + 3 < one.bottom - 3,
        ),
      )
      expect(covered.map(({ says }) => says)).toEqual([])
    },
  )
})

interface Place {
  readonly x: number
  readonly y: number
  readonly right: number
  readonly bottom: number
}

const areaOf = ({ x, y, right, bottom }: Place): number => (right - x) * (bottom - y)
