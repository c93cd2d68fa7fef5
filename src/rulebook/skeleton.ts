import type { Day } from '../precheck/rule-set.js'

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
