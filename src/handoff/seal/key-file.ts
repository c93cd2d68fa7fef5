import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { CryptoKeySigner, P12Signer, type Signer } from '@libpdf/core'

/** A key with every certificate that lay beside it, in no order that could be trusted. */
export interface KeyFile {
  readonly certificates: readonly X509Certificate[]
  readonly signer: Pick<Signer, 'sign'>
}

/** What is wrong with a key; a sentence without the name of the file. */
export class UnusableKey extends Error {}

export const badKind =
  'Ein solcher Schlüssel siegelt nicht. Erwartet wird ECDSA (P-256, P-384, P-521) oder RSA ab 2048 Bit; RSA-PSS geht nicht, weil viele Leseprogramme damit versehene Siegel für ungültig halten.'

/**
 * Reads a key and its certificates from PEM or PKCS#12, told apart by content.
 * @throws UnusableKey
 */
export function readSealKey(bytes: Buffer, password: string | null): Promise<KeyFile> {
  return bytes.includes('-----BEGIN ')
    ? fromPem(bytes.toString('latin1'), password)
    : fromP12(bytes, password)
}

async function fromPem(text: string, password: string | null): Promise<KeyFile> {
  const [pem] = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?-----END \1-----/.exec(text) ?? []
  if (pem === undefined) throw new UnusableKey('Es ist kein privater Schlüssel darin (BEGIN PRIVATE KEY).')
  const key = await webKey(openKey(pem, password))
  const certificates = certificatesIn(text)
  const none = new Uint8Array()
  return key.algorithm.name === 'ECDSA'
    ? { certificates, signer: new CryptoKeySigner(key, none, 'EC', 'ECDSA') }
    : { certificates, signer: new CryptoKeySigner(key, none, 'RSA', 'RSASSA-PKCS1-v1_5') }
}

function openKey(pem: string, password: string | null): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(password === null ? {} : { passphrase: password }) })
  } catch (error) {
    throw new UnusableKey(wrongPassword(password), { cause: error })
  }
}

const wrongPassword = (password: string | null): string =>
  password === null
    ? 'Der Schlüssel lässt sich nicht öffnen. Ist er verschlüsselt, fehlt SEAL_PASSWORD.'
    : 'Der Schlüssel lässt sich nicht öffnen. Stimmt SEAL_PASSWORD?'

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
}

function webKey(key: KeyObject): Promise<CryptoKey> {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = key
  const namedCurve = curves[details.namedCurve ?? '']
  const algorithm =
    type === 'ec' && namedCurve !== undefined
      ? { name: 'ECDSA', namedCurve }
      : type === 'rsa' && (details.modulusLength ?? 0) >= 2048
        ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
        : null
  if (algorithm === null) throw new UnusableKey(badKind)
  const pkcs8 = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }))
  return crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign'])
}

/** @throws UnusableKey if one of them is damaged */
export function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return blocks.map(readCertificate)
}

/** @throws UnusableKey */
export function readCertificate(bytes: string | Uint8Array): X509Certificate {
  try {
    return new X509Certificate(bytes as Buffer)
  } catch (error) {
    throw new UnusableKey('Ein Zertifikat darin ist beschädigt.', { cause: error })
  }
}

async function fromP12(bytes: Buffer, password: string | null): Promise<KeyFile> {
  try {
    const signer = await P12Signer.create(bytes, password ?? '')
    const certificates = [signer.certificate, ...signer.certificateChain].map(readCertificate)
    return { certificates, signer }
  } catch (error) {
    if (error instanceof UnusableKey) throw error
    throw new UnusableKey(p12Problem(error, password), { cause: error })
  }
}

function p12Problem(error: unknown, password: string | null): string {
  const message = error instanceof Error ? error.message : ''
  if (message.startsWith('Unsupported key algorithm')) return badKind
  if (message.startsWith('No private key')) return 'Es ist kein privater Schlüssel darin.'
  if (message.startsWith('No certificates')) return 'Es ist kein Zertifikat darin.'
  return `${wrongPassword(password)} Erwartet wird PEM oder PKCS#12 (.p12, .pfx).`
}
