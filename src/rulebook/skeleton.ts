import type { Day, RuleSet } from '../precheck/rule-set.js'
import type { FileProblem } from './file-problem.js'
import type { LoadedRuleSet } from './rule-files.js'
import { sourcedParts } from './sourced-parts.js'
import { textsOf } from './texts.js'

const todo = 'Hier eintragen'
const source = '§ … (Fundstelle eintragen)'

/** The first rule set of a service: one part of each kind, sound, and to be replaced piece by piece. */
export const skeletonRuleSet = (service: string, title: string, from: Day) => ({
  $schema: '../rule-set.schema.json',
  service,
  title,
  inForceFrom: from,
  decidingDay: 'today',
  decidedBy: 'gemeinde',
  department: 'fachdienst',
  finishedAtCounter: false,
  groups: [{ id: 'anliegen', title: 'Anliegen und Zuständigkeit' }],
  questions: [
    {
      id: 'wohnung_im_bezirk',
      group: 'anliegen',
      text: 'Liegt Ihre Wohnung in unserem Bezirk?',
      kind: 'yesNo',
      source,
      confirmed: false,
      why: `${todo}: wovon die Antwort abhängt und was sie entscheidet.`,
      hint: `${todo}: was die Lotsin dazu wissen muss, oder diesen Schlüssel löschen.`,
    },
  ],
  derived: [],
  documents: [
    {
      id: 'ausweis',
      name: 'Personalausweis oder Reisepass',
      forms: ['original'],
      maxAge: null,
      source,
      confirmed: false,
      why: `${todo}: wofür die Unterlage gebraucht wird.`,
      noCopy: true,
    },
  ],
  rules: [
    {
      id: 'anderer-bezirk',
      finding: 'wrongAuthority',
      when: { all: [{ fact: 'wohnung_im_bezirk', operator: 'equal', value: false }] },
      say: `${todo}: was die Lotsin dann sagt, und wer zuständig ist.`,
      source,
      confirmed: false,
    },
  ],
  fees: [],
})

/** Where a rule set still says what the skeleton said: a citizen would read it. */
export const leftOfSkeleton = ({ file, compiled }: LoadedRuleSet): FileProblem[] =>
  [
    ...textsOf(compiled.ruleSet).filter(({ text }) => text.startsWith(todo)),
    ...sourcesLeft(compiled.ruleSet),
  ].map(({ pointer }) => ({ file, pointer, message: 'Hier steht noch die Vorlage; bitte ersetzen.' }))

const sourcesLeft = (ruleSet: RuleSet) =>
  sourcedParts(ruleSet)
    .filter((part) => part.source === source)
    .map(({ pointer }) => ({ pointer: `${pointer}/source` }))

/** The example that goes with it; what it does not show, `lotse rules check` names. */
export const skeletonExample = (from: Day) => ({
  $schema: '../../example.schema.json',
  name: 'Wohnung im Bezirk, Ausweis liegt vor',
  note: 'Woraus im Gesetz folgt, dass das herauskommen muss.',
  on: from,
  answers: { wohnung_im_bezirk: true },
  documents: { ausweis: 'originalSeen' },
  expect: { verdict: 'complete', missing: [], findings: [], fee: 0, notAsked: [] },
})
