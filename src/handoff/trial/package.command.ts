import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { asWrongCall } from '../../terminal/as-wrong-call.js'
import { configNow } from '../../terminal/config-now.js'
import type { Config } from '../../config.js'
import { logBesideOutput } from '../../terminal/log-beside-output.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { print, printJson, readCall, runCommand, WrongCall, type Call } from '../../terminal/command-line.js'
import { refuseBroken } from '../../rulebook/refuse-broken.js'
import { Rulebook } from '../../rulebook/rulebook.js'
import { typedCase } from '../../rulebook/typed-case.js'
import { isSameFile } from '../../terminal/write-file.js'
import { sizeText } from '../../web/format.js'
import { ChildFailed } from '../child/run-child.js'
import { Workshop } from '../child/workshop.js'
import { checkForms } from '../form/check-forms.js'
import type { PackageContents } from '../package-contents.js'
import type { PreparedPackage } from '../prepare-package.js'
import { openSeal } from '../seal/open-seal.js'
import type { SealShown } from '../seal/seal.js'
import { signWith } from '../seal/sign-with.js'
import { readScans } from './read-scans.js'
import { trialPackage } from './trial-package.js'
import { mayWrite, writeWhole } from './write-whole.js'

/** `lotse package <service> --on <day> --answers <file|-> --out <file>`: the package of a case that nobody has. */
export const packageCommand = (args: string[]) =>
  runCommand(async () => {
    logBesideOutput()
    const call = readCall(args)
    const out = await placeOf(call)
    const config = configNow()
    const seal = await openSeal(config).catch(asWrongCall)
    const workshop = new Workshop()
    const folder = await mkdtemp(join(tmpdir(), 'lotse-package-'))
    try {
      const made = await prepared(call, config, workshop, seal.shown, folder)
      if (isRefusal(made)) return complain(whyNoTrial[made.code] ?? made.message)
      const stored = await writeWhole(out, (place) =>
        workshop.makePackage({ ...made, place }, signWith(seal)),
      )
      const written = { file: out, ...stored }
      if (call.json) printJson({ ...written, ...inData(made.contents) })
      else print(inWords(written, made.contents))
      return 0
    } catch (error) {
      if (!(error instanceof ChildFailed)) throw error
      return complain(`Das Paket konnte nicht erstellt werden; nichts ist geschrieben. ${error.message}`)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

/** What the counter is told about a case file, where there is none. */
const whyNoTrial: Readonly<Record<string, string>> = {
  formDoesNotFit: 'Das Antragsformular passt nicht zum Regelwerk.',
  secondOpinionDiffers: 'Die beiden Auswertungen des Regelwerks kommen zu verschiedenen Ergebnissen.',
}

/** Everything the package is made of. @throws WrongCall for what is wrong with the call, its answers or its scans */
async function prepared(
  call: Call,
  { templatesDir, uploadMegabytes }: Config,
  workshop: Workshop,
  seal: SealShown,
  folder: string,
): Promise<PreparedPackage | Refusal> {
  const rulebook = Rulebook.from(call.rules, call.services)
  if (call.service !== undefined) refuseBroken(rulebook, call.rules, [call.service])
  const typed = typedCase(rulebook, call)
  const { service, documents } = typed.ruleSet.compiled.ruleSet
  const room = { megabytes: uploadMegabytes, folder }
  const scans = call.scans === undefined ? [] : await readScans(call.scans, documents, workshop, room)
  const all = rulebook.of(service)
  const forms = await checkForms(templatesDir, [service], rulebook, (task) =>
    workshop.survey(task, new AbortController().signal),
  )
  const form = forms.get(typed.ruleSet.id)!
  return trialPackage({ typed, all, scans, templatesDir, form, seal, tell: complain })
}

/** Where the package goes, and never in place of what it is made from. */
async function placeOf({ out, answers, scans }: Call): Promise<string> {
  if (out === undefined || out === '') throw new WrongCall('Es fehlt --out <Datei>.')
  await mayWrite(out)
  if (answers !== undefined && isSameFile(answers, out))
    throw new WrongCall(`--out: ${out} ist die Datei mit den Antworten; bitte einen anderen Namen nennen.`)
  if (scans !== undefined && isSameFile(scans, dirname(resolve(out))))
    throw new WrongCall(`--out: ${out} läge zwischen den Scans; bitte einen anderen Ordner nennen.`)
  return out
}

interface Written {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

const inData = ({ packageId, service, ruleSet, verdict, reason, enclosures }: PackageContents) => ({
  packageId,
  trial: true,
  service: service.id,
  ruleSet: ruleSet.id,
  verdict: verdict.outcome,
  possible: verdict.possible,
  reason,
  enclosures: enclosures.map(({ name, document, pages, bytes, sha256 }) => ({
    name,
    document,
    pages,
    bytes,
    sha256,
  })),
})

const inWords = ({ file, bytes }: Written, { ruleSet, verdict, enclosures }: PackageContents): string =>
  [
    `geschrieben: ${file} (${sizeText(bytes)})`,
    `  ${ruleSet.id}: ${verdict.words}`,
    ...enclosures.map(({ name, documentName, pages }) => `  Scan ${name}: ${documentName}, Seiten: ${pages}`),
  ].join('\n')

function complain(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}
