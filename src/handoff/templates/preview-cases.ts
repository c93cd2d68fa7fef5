import { boundsOf } from '../../precheck/bounds.js'
import type { Answer, Answers, Day, Person, Question } from '../../precheck/rule-set.js'
import { exampleFiles, type Example } from '../../rulebook/example-files.js'
import { readPrecheckInput } from '../../rulebook/precheck-input.js'
import type { LoadedRuleSet } from '../../rulebook/rule-files.js'

interface PreviewCase {
  readonly answers: Answers
  readonly on: Day
}

type Choose = (service: string, on: Day, answers: Readonly<Record<string, unknown>>) => LoadedRuleSet | null

/**
 * Citizens for looking at a form: those of the rule set's examples, with a likely answer to every question that the
 * example leaves open.
 * @param longest everything that is written freely is as long as one has to reckon with
 */
export function previewCases(
  rulesFolder: string,
  ruleSet: LoadedRuleSet,
  choose: Choose,
  longest: boolean,
): PreviewCase[] {
  const { service } = ruleSet.compiled.ruleSet
  const given = exampleFiles(rulesFolder, service)
    .flatMap((file) => file.example ?? [])
    .filter(({ on, answers }) => choose(service, on, answers)?.id === ruleSet.id)
    .map((example) => ({ answers: answersOf(ruleSet, example), on: example.on }))
  return (given.length > 0 ? given : [{ answers: {}, on: ruleSet.inForceFrom }]).map(({ answers, on }) => ({
    answers: filledUp(ruleSet, answers, longest),
    on,
  }))
}

function filledUp({ compiled }: LoadedRuleSet, given: Answers, longest: boolean): Answers {
  const answers = compiled.ruleSet.questions.map((question) => {
    const sample = longest ? longAnswer(question) : null
    return [question.id, sample ?? given[question.id] ?? likelyAnswer(question)] as const
  })
  return Object.fromEntries(answers)
}

function answersOf({ compiled }: LoadedRuleSet, { answers, documents }: Example): Answers {
  const read = readPrecheckInput(compiled.ruleSet, { answers, documents })
  return read.ok ? read.input.answers : {}
}

const likely: Readonly<Record<Question['kind'], Answer>> = {
  yesNo: true,
  choice: '',
  choices: [],
  integer: 2,
  euro: 1250.5,
  date: '1990-05-17',
  text: 'Angabe',
  personName: 'Łukaszewicz-M\u0302aier',
  address: {
    street: 'Große Straße',
    houseNumber: '12 b',
    addition: '2. OG links',
    postcode: '19258',
    city: 'Boizenburg/Elbe',
  },
  country: 'DE',
  plate: 'LUP-AB 123',
  iban: 'DE02120300000000202051',
  persons: [
    { familyName: 'Kara', givenNames: 'Ayşe', birthDate: '2015-01-09' },
    { familyName: 'Kara', givenNames: 'Ǧānim', birthDate: '2012-03-04' },
  ],
}

function likelyAnswer(question: Question): Answer {
  const { kind, options = [], example } = question
  if (example !== undefined) return example
  if (kind === 'choice') return options[0]?.value ?? ''
  if (kind === 'choices') return options.slice(0, 1).map(({ value }) => value)
  const answer = likely[kind]
  const bounds = boundsOf(question)
  return typeof answer === 'number' ? Math.min(Math.max(answer, bounds!.min), bounds!.max) : answer
}

const longPerson: Person = {
  familyName: 'Freiin von Schwarzenfeld-Hohenlohe-Łukaszewicz',
  givenNames: 'Maria Magdalena Alexandra Wilhelmine-Charlotte',
  birthDate: '2008-12-28',
}
const longSentence =
  'Wegen der Erkrankung meines Vaters, der seit Anfang des Jahres bei uns lebt und den ich täglich versorge. '

/** As long as it may be where the citizen writes freely; `null` leaves the answer as it is. */
function longAnswer(question: Question): Answer | null {
  switch (question.kind) {
    case 'text':
      return longText(question)
    case 'personName':
      return `${longPerson.givenNames} ${longPerson.familyName}`.slice(0, boundsOf(question)!.max)
    case 'address':
      return {
        street: 'Straße des Friedens und der Völkerverständigung',
        houseNumber: '128 b–d',
        addition: 'Hinterhaus, Aufgang C, 14. Obergeschoss rechts, bei Schwarzenfeld',
        postcode: '19258',
        city: 'Hellschen-Heringsand-Unterschaar',
      }
    case 'persons':
      return Array.from({ length: boundsOf(question)!.max }, () => longPerson)
    case 'iban':
      return 'MT84MALT011000012345MTLCAST001S'
    default:
      return null
  }
}

/** Where an example shows that something short is meant, such as a number, no sentence is to be expected. */
function longText(question: Question): string | null {
  const { example } = question
  const { max } = boundsOf(question)!
  if (max <= 30 || (typeof example === 'string' && !example.includes(' ') && max <= 60)) return null
  return longSentence
    .repeat(Math.ceil(max / longSentence.length))
    .slice(0, Math.min(max, 600))
    .trim()
}
