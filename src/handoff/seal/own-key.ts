import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BitString, Integer, Utf8String } from 'asn1js'
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, Time, TimeType } from 'pkijs'
import { keepOnce } from '../../platform/keep-once.js'

export const ownKeyPath = (dataDir: string): string => join(dataDir, 'keys', 'siegel.pem')

/** Without the key, to be handed on. */
export const ownCertificatePath = (dataDir: string): string => join(dataDir, 'keys', 'siegel-zertifikat.pem')

const name = 'Verwaltungslotse – selbst erzeugtes Siegel (Demonstration)'

/** Makes the key that seals where no other was set, once; a key that is there stays. */
export async function keepOwnKey(dataDir: string): Promise<void> {
  // The database's account must get through the folder to its own.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  const { key, certificate } = await makeKey()
  if (keepOnce(ownKeyPath(dataDir), key + certificate))
    writeFileSync(ownCertificatePath(dataDir), certificate, { mode: 0o644 })
}

async function makeKey(): Promise<{ key: string; certificate: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const certificate = await selfSigned(pair)
  const key = await crypto.subtle.exportKey('pkcs8', pair.privateKey)
  return { key: pem('PRIVATE KEY', key), certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER()) }
}

async function selfSigned({ privateKey, publicKey }: CryptoKeyPair): Promise<Certificate> {
  const certificate = new Certificate({ version: 2 })
  const serial = crypto.getRandomValues(new Uint8Array(16))
  // A number, so neither negative nor with a leading zero.
  serial[0] = (serial[0]! & 0x3f) | 0x40
  certificate.serialNumber = new Integer({ valueHex: serial })
  for (const party of [certificate.subject, certificate.issuer])
    party.typesAndValues.push(
      new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
    )
  // Nobody vouches for it, so no day ends it; a demonstration may also run on a day that is past.
  certificate.notBefore = new Time({
    type: TimeType.GeneralizedTime,
    value: new Date('2000-01-01T00:00:00Z'),
  })
  certificate.notAfter = new Time({ type: TimeType.GeneralizedTime, value: new Date('9999-12-31T23:59:59Z') })
  certificate.extensions = [
    extension('2.5.29.19', new BasicConstraints({ cA: false }).toSchema().toBER()),
    // digitalSignature and nonRepudiation
    extension('2.5.29.15', new BitString({ valueHex: new Uint8Array([0xc0]), unusedBits: 6 }).toBER()),
  ]
  await certificate.subjectPublicKeyInfo.importKey(publicKey)
  await certificate.sign(privateKey, 'SHA-256')
  return certificate
}

const extension = (extnID: string, extnValue: ArrayBuffer): Extension =>
  new Extension({ extnID, critical: true, extnValue })

const pem = (label: string, der: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')}\n-----END ${label}-----\n`
