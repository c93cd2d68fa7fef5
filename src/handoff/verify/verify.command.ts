import { asWrongCall } from '../../terminal/as-wrong-call.js'
import { configNow } from '../../terminal/config-now.js'
import type { Config } from '../../config.js'
import { print, printJson, readCall, runCommand, WrongCall } from '../../terminal/command-line.js'
import { Rulebook } from '../../rulebook/rulebook.js'
import { fingerprintOf } from '../seal/fingerprint.js'
import { ownCertificate } from '../seal/open-seal.js'
import { trustedFingerprints } from './trusted-certificates.js'
import { verificationInWords } from './verification-in-words.js'
import { isWell, verificationOf } from './verification.js'
import { factsOf } from './verify-package.js'

/** `lotse verify <package.pdf>`: who sealed it, and whether it is whole and unchanged; 1 if anything is wrong. */
export const verifyCommand = (args: string[]) =>
  runCommand(async () => {
    const { words, json, rules, trust } = readCall(args)
    const [path] = words
    if (path === undefined) throw new WrongCall('Es fehlt die Datei: lotse verify <Datei>')
    const config = configNow()
    const fingerprints = await knownFingerprints(config, trust)
    const facts = await factsOf(path)
    const found = verificationOf(facts, { fingerprints, rulebook: Rulebook.from(rules) })
    if (json) printJson(found)
    else print(verificationInWords(path, found, facts))
    return isWell(found) ? 0 : 1
  })

/** One's own certificate, and those of the call or of the surroundings. */
async function knownFingerprints(config: Config, trust = config.sealTrust ?? undefined): Promise<string[]> {
  const own = await ownCertificate(config).catch(asWrongCall)
  return [
    ...(own === null ? [] : [fingerprintOf(own.raw)]),
    ...(trust === undefined ? [] : trustedFingerprints(trust)),
  ]
}
