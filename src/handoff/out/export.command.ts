import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { json } from 'node:stream/consumers'
import { deliveryForms, type DeliveryForm } from '../../cooperation/delivery-target.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { print, readCall, runCommand, WrongCall } from '../../terminal/command-line.js'
import { ChildFailed, runChild } from '../child/run-child.js'
import { readDataLimits } from '../limits.js'
import type { PackageContents } from '../package-contents.js'
import { FolderTransport } from './folder-transport.js'
import { makeParcel } from './make-parcel.js'
import type { Content } from './parcel.js'
import { NotDelivered } from './transport.js'

const mostBytes = 1_000_000_000

/** `lotse export <package> --form xdomea --out <folder>`: what another system would get of this package. */
export const exportCommand = (args: string[]) =>
  runCommand(async () => {
    const { words, form = 'folder', out } = readCall(args)
    const [path] = words
    if (path === undefined || out === undefined)
      throw new WrongCall('Aufruf: lotse export <Paket> --out <Ordner> [--form <Form>]')
    const wanted = formNamed(form)
    const pdf = await contentOf(path)
    const contents = await dataOf(path)
    const parcel = await makeParcel(wanted, { contents, pdf, originals: [] })
    await write(resolve(out), (to) => to.deliver(parcel, new AbortController().signal))
    print(join(out, parcel.name))
    return 0
  })

function formNamed(name: string): DeliveryForm {
  const form = deliveryForms.find((known) => known === name)
  if (form === undefined) throw new WrongCall(`--form: Erwartet wird eines von ${deliveryForms.join(', ')}.`)
  return form
}

async function contentOf(path: string): Promise<Content> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new WrongCall(`Die Datei ${path} gibt es nicht.`)
  if (found.size > mostBytes) throw new WrongCall(`${path} ist größer als 1 GB; so groß ist kein Paket.`)
  const hash = createHash('sha256')
  const open = () => createReadStream(path)
  for await (const chunk of open()) hash.update(chunk as Buffer)
  return { bytes: found.size, sha256: hash.digest('hex'), open }
}

async function dataOf(path: string): Promise<PackageContents> {
  const data = await read(path)
  if (isRefusal(data)) throw new WrongCall(`${path}: ${data.message}`)
  return data
}

async function read(path: string): Promise<PackageContents | Refusal> {
  try {
    const found = await json(runChild({ kind: 'readData', path: resolve(path) }, readDataLimits))
    return found as PackageContents | Refusal
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    throw new WrongCall(`${path}: Die Datei zu lesen kostet zu viel Zeit oder Speicher.`, { cause: error })
  }
}

async function write(folder: string, deliver: (to: FolderTransport) => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(() => undefined)
  try {
    await deliver(new FolderTransport(folder))
  } catch (error) {
    if (error instanceof NotDelivered) throw new WrongCall(error.message, { cause: error })
    throw error
  }
}
