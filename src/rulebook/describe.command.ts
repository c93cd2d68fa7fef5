import { eurosInWords } from '../precheck/answer-in-words.js'
import { findingNames } from '../precheck/outcome-names.js'
import { print, printJson, readCall, runCommand, WrongCall } from '../terminal/command-line.js'
import { describeRuleSet } from './describe.js'
import type { LoadedRuleSet } from './rule-files.js'
import { Rulebook } from './rulebook.js'

/** `lotse rules describe <service> --on <day>`: everything needed to answer a rule set without seeing its file. */
export const describeCommand = (args: string[]) =>
  runCommand(() => {
    const { service, services, on, json, rules } = readCall(args)
    const described = describeRuleSet(ruleSetOn(Rulebook.from(rules, services), service, on))
    if (json) printJson(described)
    else print(inWords(described))
    return 0
  })

/** The rule set that a call names. @throws WrongCall if service or day are missing or lead nowhere */
export function ruleSetOn(
  rulebook: Rulebook,
  service: string | undefined,
  on: string | undefined,
): LoadedRuleSet {
  if (service === undefined || on === undefined) throw new WrongCall('Es fehlen die Leistung und --on <Tag>.')
  if (!rulebook.services().includes(service))
    throw new WrongCall(
      `Die Leistung „${service}“ gibt es nicht. Es gibt: ${rulebook.services().join(', ')}.`,
    )
  const ruleSet = rulebook.inForce(service, on)
  if (ruleSet === null) throw new WrongCall(`Für „${service}“ ist am ${on} kein Regelwerk in Kraft.`)
  return ruleSet
}

/** How a question is answered in a file: the values of a choice with what they stand for, else the form. */
const answersOf = ({
  kind,
  options = [],
  answerAs,
  unknownAs,
}: Pick<
  ReturnType<typeof describeRuleSet>['questions'][number],
  'kind' | 'options' | 'answerAs' | 'unknownAs'
>) => [
  ...(kind === 'choice' ? [] : [`${answerAs}`]),
  ...options.map(({ value, label }) => `"${value}": ${label}`),
  ...(unknownAs === undefined ? [] : [`"${unknownAs}": weiß nicht`]),
]

function inWords({
  title,
  ruleSet,
  questions,
  documents,
  rules,
  fees,
}: ReturnType<typeof describeRuleSet>): string {
  const mark = (confirmed: boolean) => (confirmed ? '' : ' [unbestätigt]')
  return [
    `${title} (${ruleSet})`,
    '\nFragen',
    ...questions.flatMap(({ id, text, source, confirmed, ...question }) => [
      `  ${id}: ${text} (${source})${mark(confirmed)}`,
      ...answersOf(question).map((line) => `    ${line}`),
    ]),
    '\nUnterlagen',
    ...documents.map(({ id, name, source, confirmed }) => `  ${id}: ${name} (${source})${mark(confirmed)}`),
    '\nRegeln',
    ...rules.map(
      ({ id, finding, say, source, confirmed }) =>
        `  ${id} [${findingNames[finding]}]: ${say} (${source})${mark(confirmed)}`,
    ),
    '\nGebühren',
    ...fees.map(
      ({ id, amount, source, confirmed }) =>
        `  ${id}: ${amount === null ? 'vor Ort' : eurosInWords(amount)} (${source})${mark(confirmed)}`,
    ),
  ].join('\n')
}
