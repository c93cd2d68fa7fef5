import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { X509Certificate } from 'node:crypto'
import { extname, join } from 'node:path'
import { WrongCall } from '../../terminal/command-line.js'
import { fingerprintOf } from '../seal/fingerprint.js'
import { certificatesIn, readCertificate, UnusableKey } from '../seal/key-file.js'

const endings = ['.pem', '.crt', '.cer', '.der']

/**
 * The fingerprints of the certificates in a file, or in all files of a folder.
 * @throws WrongCall if there is none, or one is damaged
 */
export function trustedFingerprints(path: string): string[] {
  const certificates = filesIn(path).flatMap(certificatesOf)
  if (certificates.length === 0)
    throw new WrongCall(
      `${path}: Darin ist kein Zertifikat. Erwartet werden Dateien mit ${endings.join(', ')}.`,
    )
  return certificates.map(({ raw }) => fingerprintOf(raw))
}

function filesIn(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path)
      .filter((name) => endings.includes(extname(name).toLowerCase()))
      .map((name) => join(path, name))
  } catch (error) {
    throw new WrongCall(`${path}: Diese Datei oder diesen Ordner mit Zertifikaten gibt es nicht.`, {
      cause: error,
    })
  }
}

function certificatesOf(file: string): X509Certificate[] {
  try {
    const bytes = readFileSync(file)
    return bytes.includes('-----BEGIN ') ? certificatesIn(bytes.toString('latin1')) : [readCertificate(bytes)]
  } catch (error) {
    if (!(error instanceof UnusableKey)) throw error
    throw new WrongCall(`${file}: ${error.message}`, { cause: error })
  }
}
