import type { PackageContents, QuestionShown } from '../../../src/handoff/package-contents.js'

const clerk = { id: '01900000-0000-7000-8000-000000000001', name: 'Britta Lotse' }
const at = '2026-11-24T08:41:00.000Z'

const question = (
  id: string,
  text: string,
  words: string,
  rest: Partial<QuestionShown> = {},
): QuestionShown => ({
  id,
  group: 'Umzug',
  text,
  source: '§ 17 Abs. 1 BMG',
  kind: 'text',
  use: 'precheck',
  counts: true,
  open: false,
  answer: { value: words, words, by: clerk, at },
  ...rest,
})

/** A package as it is for most cases; a test changes what it is about. */
export const packageContents = (change: Partial<PackageContents> = {}): PackageContents => ({
  format: 'uebergabe/1',
  packageId: '0193a5d0-7c00-7abc-8def-0123456789ab',
  madeAt: '2026-11-24T09:12:00.000Z',
  madeWith: 'Verwaltungslotse 0.1.0',
  trial: false,
  caseFile: {
    id: '0193a5d0-7c00-7abc-8def-000000000001',
    number: '2026-000123',
    version: 14,
    applicant: 'Łukasz Müller-Nguyễn',
    receivedOn: '2026-11-20',
    completeOn: '2026-11-24',
  },
  service: { id: 'wohnsitz-anmeldung', title: 'Anmeldung einer Wohnung', leika: '99115005104001' },
  ruleSet: { id: 'wohnsitz-anmeldung@2025-05-01', inForceFrom: '2025-05-01', sha256: 'ab'.repeat(32) },
  form: { title: 'Anmeldung einer Wohnung', takenAs: 'pages' },
  authority: { id: 'a1', name: 'Stadt Boizenburg/Elbe' },
  department: { id: 'd1', name: 'Meldebehörde' },
  office: { id: 'o1', name: 'Bürgerbüro Boizenburg', address: 'Kirchplatz 1, 19258 Boizenburg/Elbe' },
  handedOverBy: clerk,
  verdict: { outcome: 'complete', words: 'vollständig', possible: ['complete'], on: '2026-11-24' },
  reason: null,
  findings: [
    {
      rule: 'verspaetet',
      finding: 'notice',
      say: 'Die Anmeldefrist von zwei Wochen endete am 17.11.2026. Ein Bußgeld ist möglich, die Anmeldung wird trotzdem vorgenommen.',
      source: '§ 17 Abs. 1, § 54 Abs. 2 Nr. 1 BMG',
    },
  ],
  questions: [
    question('vorgang', 'Worum geht es?', 'Anmeldung einer alleinigen Wohnung'),
    question('einzugsdatum', 'Wann sind Sie eingezogen?', '03.11.2026', { kind: 'date' }),
    question(
      'neue_anschrift',
      'Wie lautet die neue Anschrift, mit Wohnungs- oder Stockwerksangabe?',
      'Große Straße 12 b, 2. OG links, 19258 Boizenburg/Elbe',
    ),
    question('staatsangehoerigkeit', 'Welche Staatsangehörigkeit haben Sie?', 'Polen', { group: 'Person' }),
  ],
  documents: [
    {
      id: 'ausweis',
      name: 'Personalausweis oder Reisepass',
      source: '§ 23 Abs. 1 BMG',
      state: 'present',
      lacks: null,
      seen: { way: 'originalSeen', words: 'Original gesehen', issuedOn: null, reason: null, by: clerk, at },
    },
    {
      id: 'wohnungsgeberbestaetigung',
      name: 'Wohnungsgeberbestätigung',
      source: '§ 19 Abs. 3 BMG',
      state: 'present',
      lacks: null,
      seen: {
        way: 'copyTaken',
        words: 'Kopie genommen',
        issuedOn: '2026-11-05',
        reason: null,
        by: clerk,
        at,
      },
    },
  ],
  fees: [{ id: 'anmeldung', name: 'Anmeldung', amount: 0, source: '§ 24 Abs. 2 BMG' }],
  fee: 0,
  enclosures: [],
  malwareCheck: 'notSetUp',
  seal: { signer: 'Stadt Boizenburg/Elbe', fingerprint: 'cd'.repeat(32), selfMade: false },
  deficiencies: [],
  ...change,
})
