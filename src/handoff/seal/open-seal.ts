import { existsSync, readFileSync } from 'node:fs'
import { verify, type X509Certificate } from 'node:crypto'
import { Logger } from '@nestjs/common'
import { WrongConfig, type Config } from '../../config.js'
import { dateText } from '../../web/format.js'
import { chainFrom, holderOf, validFrom, validUntil } from './certificate.js'
import { fingerprintOf } from './fingerprint.js'
import { badKind, readSealKey, UnusableKey, type KeyFile } from './key-file.js'
import { keepOwnKey, ownKeyPath } from './own-key.js'
import type { Seal } from './seal.js'
import { timeStampFrom } from './time-stamp.js'

export type SealConfig = Pick<Config, 'dataDir' | 'sealKey' | 'sealPassword' | 'sealTimestampUrl'>

const log = new Logger('Seal')

/**
 * The seal that the surroundings set, or one made once and kept with the data.
 * @throws WrongConfig if nothing can be sealed with it today
 */
export async function openSeal(config: SealConfig, now = new Date()): Promise<Seal> {
  if (config.sealKey === null && !existsSync(ownKeyPath(config.dataDir))) await keepOwnKey(config.dataDir)
  return withKey(config, (file, own) => {
    checkDays(own, now)
    return sealOf(file, own, config)
  })
}

/** The certificate that this installation seals with; null where it never sealed. @throws WrongConfig */
export async function ownCertificate(config: SealConfig): Promise<X509Certificate | null> {
  if (config.sealKey === null && !existsSync(ownKeyPath(config.dataDir))) return null
  return withKey(config, (_file, own) => own)
}

async function withKey<T>(
  { sealKey, sealPassword, dataDir }: SealConfig,
  work: (file: KeyFile, own: X509Certificate) => T,
): Promise<T> {
  const path = sealKey ?? ownKeyPath(dataDir)
  try {
    const file = await readSealKey(read(path), sealKey === null ? null : sealPassword)
    return work(file, await certificateOf(file))
  } catch (error) {
    if (!(error instanceof UnusableKey)) throw error
    const whose = sealKey === null ? 'Selbst erzeugtes Siegel' : 'SEAL_KEY'
    throw new WrongConfig(`${whose}: ${path}: ${error.message}`, { cause: error })
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new UnusableKey('Die Datei lässt sich nicht lesen. Erwartet wird PEM oder PKCS#12 (.p12, .pfx).', {
      cause: error,
    })
  }
}

/** The certificate whose key this is, found by signing something: where it stands in the file says nothing. */
async function certificateOf({ certificates, signer }: KeyFile): Promise<X509Certificate> {
  if (certificates.length === 0) throw new UnusableKey('Es ist kein Zertifikat darin (BEGIN CERTIFICATE).')
  const sample = Buffer.from('Siegelprobe')
  const signature = await signer.sign(sample, 'SHA-256')
  const own = certificates.find(({ publicKey: key }) => {
    if (key.asymmetricKeyType === 'rsa-pss') throw new UnusableKey(badKind)
    return verify('sha256', sample, { key, dsaEncoding: 'der' }, signature)
  })
  if (own === undefined)
    throw new UnusableKey(
      'Der Schlüssel gehört zu keinem Zertifikat darin. Legen Sie beides aus derselben Bestellung hinein.',
    )
  return own
}

function checkDays(certificate: X509Certificate, now: Date): void {
  const [first, last] = [validFrom(certificate), validUntil(certificate)]
  if (now < first) throw new UnusableKey(`Das Zertifikat gilt erst ab ${dayOf(first)}.`)
  if (now > last)
    throw new UnusableKey(`Das Zertifikat ist am ${dayOf(last)} abgelaufen. Es braucht ein neues.`)
}

const dayOf = (date: Date): string => dateText(date.toISOString())

function sealOf({ certificates, signer }: KeyFile, own: X509Certificate, config: SealConfig): Seal {
  return {
    shown: {
      signer: holderOf(own.raw),
      fingerprint: fingerprintOf(own.raw),
      selfMade: config.sealKey === null,
    },
    certificates: chainFrom(own, certificates).map(({ raw }) => raw),
    validUntil: validUntil(own),
    sign: (data) => signer.sign(data, 'SHA-256'),
    timeStamp: (signature) => timeStampOrNone(config.sealTimestampUrl, signature),
  }
}

/** A hand-over must not wait for another machine: without its time stamp the seal holds all the same. */
async function timeStampOrNone(url: string | null, signature: Uint8Array): Promise<Uint8Array | null> {
  if (url === null) return null
  try {
    return await timeStampFrom(url, signature)
  } catch (error) {
    log.warn(`Ohne Zeitstempel gesiegelt: ${reasonOf(error)}`)
    return null
  }
}

/** `fetch` says in the cause what it failed of. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
