import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseFileView } from '../../../src/casework/http/case-file-view.js'
import { WatchRules } from '../../../src/casework/watch-rules.js'
import type { RuleSet } from '../../../src/precheck/rule-set.js'
import { Rulebook } from '../../../src/rulebook/rulebook.js'
import type { TestApp } from '../../support/app.js'
import { signIn, type Client } from '../../support/client.js'
import { aDocument, aRule, is, yesNo } from '../../support/rule-set-builder.js'
import { answer, openCase, show, startDesk } from './desk-app.js'
import { everyKind } from './desk-rules.js'

/** The program on a day on which a new rule set has come, and cases from before. */
export interface NewLaw {
  readonly app: TestApp
  readonly kaethe: Client
  /** A case that was answered before. */
  readonly old: CaseFileView
  /** Another one like it. */
  readonly oldCase: () => Promise<CaseFileView>
  /** The id of the new rule set. */
  readonly to: string
}

export async function startWithNewLaw(): Promise<NewLaw> {
  const app = await startDesk()
  const kaethe = await signIn(app, 'k.schroeder')
  const old = await answeredCase(kaethe)
  const today = app.clock.today()
  await putInForce(app, newLaw(today))
  const oldCase = async () => {
    const { caseFile } = await openCase(kaethe)
    await app.database.query('update case_file set rule_set = $2, answers = $3 where id = $1', [
      caseFile.id,
      old.caseFile.ruleSet,
      JSON.stringify(old.caseFile.answers),
    ])
    return show(kaethe, caseFile.id)
  }
  return { app, kaethe, old, oldCase, to: `wohngeld@${today}` }
}

async function answeredCase(clerk: Client): Promise<CaseFileView> {
  const { caseFile } = await openCase(clerk)
  const answers = {
    mietet: true,
    untermiete: false,
    art: 'erst',
    bezuege: ['rente'],
    personen: 2,
    familienname: 'Voß',
  }
  for (const [question, value] of Object.entries(answers)) await answer(clerk, caseFile.id, question, value)
  return show(clerk, caseFile.id)
}

async function putInForce(app: TestApp, ruleSet: RuleSet): Promise<void> {
  const file = join(app.config.rulesDir, ruleSet.service, `${ruleSet.inForceFrom}.json`)
  writeFileSync(file, JSON.stringify(ruleSet))
  await app.app.get(WatchRules).look()
  const { problems } = app.app.get(Rulebook)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
}

/** Other words for one question, other choices for another, one question less and one more, and another document. */
function newLaw(inForceFrom: string): RuleSet {
  const questions = everyKind.questions
    .filter(({ id }) => id !== 'untermiete')
    .map((question) => {
      if (question.id === 'personen')
        return { ...question, text: 'Wie viele wohnen dort?', source: '§ 2 Neu' }
      if (question.id === 'bezuege') return { ...question, options: [{ value: 'lohn', label: 'Lohn' }] }
      return question
    })
  return {
    ...everyKind,
    inForceFrom,
    questions: [...questions, yesNo('heizt', { text: 'Heizen Sie mit Öl?' })],
    documents: [
      everyKind.documents[0]!,
      aDocument('meldung', { name: 'Meldebescheinigung', neededWhen: is('mietet') }),
    ],
    rules: [
      ...everyKind.rules.filter(({ id }) => id !== 'unter' && id !== 'rentner'),
      aRule('oel', 'needsReview', is('heizt')),
    ],
    fees: [{ id: 'frei', amount: 5, source: '§ 1 Probe' }],
  }
}
