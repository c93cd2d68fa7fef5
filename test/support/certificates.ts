import { randomBytes } from 'node:crypto'
import { Integer, Utf8String } from 'asn1js'
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, ExtKeyUsage, Time } from 'pkijs'

export interface Holder {
  readonly keys: CryptoKeyPair
  readonly certificate: Certificate
  readonly key: string
  readonly pem: string
}

interface Wish {
  readonly name: string
  readonly organisation?: string
  readonly from?: string
  readonly until?: string
  /** Who vouches for it; without, it does so itself. */
  readonly issuer?: Holder
  readonly algorithm?: EcKeyGenParams | RsaHashedKeyGenParams
  readonly isAuthority?: boolean
  readonly stampsTime?: boolean
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
export const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
}

/** A key with its certificate, as an office would get it. */
export async function aHolder({ algorithm = ecdsa, issuer, ...wish }: Wish): Promise<Holder> {
  const keys = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const certificate = new Certificate({ version: 2 })
  certificate.serialNumber = new Integer({ valueHex: Buffer.concat([Buffer.from([0x40]), randomBytes(8)]) })
  certificate.subject.typesAndValues = nameOf(wish)
  certificate.issuer.typesAndValues = issuer?.certificate.subject.typesAndValues ?? nameOf(wish)
  certificate.notBefore = new Time({ value: new Date(wish.from ?? '2020-01-01') })
  certificate.notAfter = new Time({ value: new Date(wish.until ?? '2049-01-01') })
  certificate.extensions = extensionsOf(wish)
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign((issuer?.keys ?? keys).privateKey, 'SHA-256')
  const key = pemOf('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { keys, certificate, key, pem: pemOf('CERTIFICATE', certificate.toSchema(true).toBER()) }
}

const nameOf = ({ name, organisation }: Pick<Wish, 'name' | 'organisation'>): AttributeTypeAndValue[] =>
  [
    ['2.5.4.10', organisation],
    ['2.5.4.3', name],
  ].flatMap(([type, value]) =>
    value === undefined ? [] : [new AttributeTypeAndValue({ type: type!, value: new Utf8String({ value }) })],
  )

function extensionsOf({ isAuthority = false, stampsTime = false }: Partial<Wish>): Extension[] {
  const critical = true
  const basic = new BasicConstraints({ cA: isAuthority }).toSchema().toBER()
  const usage = new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema().toBER()
  return [
    new Extension({ extnID: '2.5.29.19', critical, extnValue: basic }),
    ...(stampsTime ? [new Extension({ extnID: '2.5.29.37', critical, extnValue: usage })] : []),
  ]
}

const pemOf = (label: string, der: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`
