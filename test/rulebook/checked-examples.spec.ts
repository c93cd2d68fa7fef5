import { checkRules } from '../../src/rulebook/check-rules.js'
import { problemLine } from '../../src/rulebook/file-problem.js'
import { emptyRules, sound, soundExample, type RulesFolder } from './support/rules-folder.js'

let rules: RulesFolder
beforeEach(() => {
  rules = emptyRules()
})
afterEach(() => rules.remove())

describe('examples', () => {
  beforeEach(() => rules.write('probe/2025-01-01.json', sound()))
  const lines = async () => (await checkRules(rules.folder)).problems.map(problemLine).join('\n')

  it('that show every side of every rule leave nothing to say', async () => {
    rules.write('probe/examples/a.json', soundExample)
    rules.write('probe/examples/b.json', {
      ...soundExample,
      answers: { hier: false },
      expect: { verdict: 'wrongAuthority' },
    })
    expect(await lines()).toBe('')
  })
  it('that leave a side out are told', async () => {
    rules.write('probe/examples/a.json', soundExample)
    expect(await lines()).toContain('probe/2025-01-01.json:/rules/0: Kein Beispiel löst „anderswo“ aus.')
  })
  it.each([
    [
      { expect: { verdict: 'notEligible' } },
      ':/expect/verdict: Erwartet: "notEligible", herausgekommen: "complete".',
    ],
    [{ expect: { verdict: 'complete', fee: 5 } }, ':/expect/fee'],
    [{ expect: { verdict: 'complete', notAsked: ['hier'] } }, ':/expect/notAsked: „hier“ wird gefragt.'],
    [
      { expect: { verdict: 'complete', notAsked: ['hierr'] } },
      ':/expect/notAsked/0: Die Kennung „hierr“ gibt es im Regelwerk nicht.',
    ],
    [{ answers: {} }, ':/answers: Das Beispiel lässt „hier“ offen.'],
    [{ answers: { dort: true } }, ':/answers/dort: Diese Frage gibt es nicht.'],
    [{ documents: { pass: 'originalSeen' } }, ':/documents/pass: Diese Unterlage gibt es nicht.'],
    [{ on: '2020-01-01' }, ':/on: An diesem Tag ist kein Regelwerk in Kraft.'],
    [{ erwartet: 1 }, ':: Der Schlüssel „erwartet“'],
  ])('that are wrong are told: %j', async (change, line) => {
    rules.write('probe/examples/a.json', { ...soundExample, ...change })
    expect(await lines()).toContain(`probe/examples/a.json${line}`)
  })
  it('are not run with the rule set before a broken one', async () => {
    rules.write('probe/2025-06-01.json', '{')
    rules.write('probe/examples/a.json', { ...soundExample, expect: { verdict: 'notEligible' } })
    expect(await lines()).toMatch(/^probe\/2025-06-01\.json:: Zeile 1.*$/)
  })
  it('and rule files that nobody reads are hinted at', async () => {
    for (const file of ['2025-01-01.json', 'probe/2026-01-01.JSON', 'probe/beispiele/a.json'])
      rules.write(file, soundExample)
    const { hints } = await checkRules(rules.folder)
    const unread = hints.filter(({ message }) => message.startsWith('Diese Datei wird nicht gelesen.'))
    expect(unread.map(({ file }) => file)).toEqual([
      '2025-01-01.json',
      'probe/2026-01-01.JSON',
      'probe/beispiele/a.json',
    ])
  })
})
