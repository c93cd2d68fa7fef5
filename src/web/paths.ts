/** A part of an address; the names of a controller's parameters stay as they are. */
const part = (text: string): string => (text.startsWith(':') ? text : encodeURIComponent(text))

/** `wohngeld@2026-07-01` stays readable. */
const ruleSetPart = (id: string): string => part(id).replace('%40', '@')

/** Every address of the program in one place; pages and controllers take them from here. */
export const paths = {
  home: '/',
  signIn: '/anmelden',
  signOut: '/abmelden',
  health: '/api/health',
  cases: '/vorgaenge',
  newCase: '/vorgaenge/neu',
  case: (id: string) => `/vorgaenge/${id}`,
  question: (id: string, question: string) => `/vorgaenge/${id}?frage=${part(question)}`,
  questionPanel: (id: string, question: string) => `/vorgaenge/${id}/fragen/${part(question)}/hinweis`,
  answer: (id: string, question: string) => `/vorgaenge/${id}/fragen/${part(question)}`,
  evidence: (id: string, document: string) => `/vorgaenge/${id}/nachweise/${part(document)}`,
  uploads: (id: string, document: string) => `/vorgaenge/${id}/nachweise/${part(document)}/dateien`,
  upload: (id: string, upload: string) => `/vorgaenge/${id}/dateien/${upload}`,
  removeUpload: (id: string, upload: string) => `/vorgaenge/${id}/dateien/${upload}/entfernen`,
  restoreUpload: (id: string, upload: string) => `/vorgaenge/${id}/dateien/${upload}/zurueckholen`,
  applicant: (id: string) => `/vorgaenge/${id}/antragsteller`,
  settlePoint: (id: string) => `/vorgaenge/${id}/mangel`,
  moveOver: (id: string) => `/vorgaenge/${id}/regelwerk`,
  review: (id: string) => `/vorgaenge/${id}/pruefen`,
  /** Owned by the hand-over: GET shows what came of it, POST hands over. */
  handOver: (id: string) => `/vorgaenge/${id}/uebergabe`,
  finishAtCounter: (id: string) => `/vorgaenge/${id}/abschluss`,
  withdraw: (id: string) => `/vorgaenge/${id}/ruecknahme`,
  resume: (id: string) => `/vorgaenge/${id}/wiederaufnahme`,
  history: (id: string) => `/vorgaenge/${id}/verlauf`,
  /** Made by the hand-over: the citizen's note and the sealed package. */
  note: (id: string) => `/vorgaenge/${id}/laufzettel.pdf`,
  package: (id: string) => `/vorgaenge/${id}/uebergabepaket.pdf`,
  /** With the code from a note: the case goes on at another office. */
  goOn: '/weiter',
  goOnWith: (code: string) => `/weiter/${part(code)}`,
  inbox: '/posteingang',
  inboxCase: (id: string) => `/posteingang/${id}`,
  acceptCase: (id: string) => `/posteingang/${id}/annahme`,
  reopenCase: (id: string) => `/posteingang/${id}/annahme-zuruecknehmen`,
  /** Sends the package on its way into the department's own system once more. */
  retryDelivery: (id: string) => `/posteingang/${id}/zustellung`,
  returnCase: (id: string) => `/posteingang/${id}/rueckgabe`,
  rules: '/regeln',
  ruleSet: (id: string) => `/regeln/${ruleSetPart(id)}`,
  ruleSetPicture: (id: string) => `/regeln/${ruleSetPart(id)}/bild.svg`,
  trial: (id: string) => `/regeln/${ruleSetPart(id)}/probelauf`,
  trialExample: (id: string) => `/regeln/${ruleSetPart(id)}/probelauf/beispiel.json`,
  release: (id: string) => `/regeln/${ruleSetPart(id)}/freigabe`,
  decideRelease: (id: string, release: string, step: string) =>
    `/regeln/${ruleSetPart(id)}/freigabe/${release}/${step}`,
  assets: '/assets/',
} as const

/** A path with a query; empty values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}
