import type { Named, PackageContents } from '../package-contents.js'

const named: Named = { id: '0', name: 'Muster' }
const at = '2000-01-01T00:00:00.000Z'
const on = '2000-01-01'

/** A package of nothing, with one of everything that is printed. No one ever sees it. */
export const specimen: PackageContents = {
  format: 'uebergabe/1',
  // As long as a real one: the code on the cover gets as many squares.
  packageId: '00000000-0000-0000-0000-000000000000',
  madeAt: at,
  madeWith: 'Muster',
  caseFile: {
    id: '0',
    number: '2000-000000',
    version: 1,
    applicant: 'Muster',
    receivedOn: on,
    completeOn: on,
  },
  service: { id: 'muster', title: 'Muster', leika: null },
  ruleSet: { id: 'muster@2000-01-01', inForceFrom: on, sha256: '0123456789abcdef'.repeat(4) },
  trial: false,
  form: null,
  seal: { signer: 'Muster', fingerprint: '0123456789abcdef'.repeat(4), selfMade: true },
  authority: named,
  department: named,
  office: { ...named, address: 'Muster' },
  handedOverBy: named,
  verdict: { outcome: 'missingDocuments', words: 'Unterlagen fehlen', possible: ['missingDocuments'], on },
  reason: 'Muster',
  findings: [{ rule: 'muster', finding: 'notice', say: 'Muster', source: '§ 1' }],
  questions: [
    {
      id: 'muster',
      group: null,
      text: 'Muster',
      source: '§ 1',
      kind: 'text',
      use: 'precheck',
      counts: true,
      open: false,
      answer: { value: 'Muster', words: 'Muster', by: named, at },
    },
  ],
  documents: [{ id: 'muster', name: 'Muster', source: '§ 1', state: 'missing', lacks: null, seen: null }],
  fees: [{ id: 'muster', name: 'Gebühr', amount: 1, source: '§ 1' }],
  fee: 1,
  enclosures: [],
  malwareCheck: 'notSetUp',
  deficiencies: [],
}
