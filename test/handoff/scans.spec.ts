import { jest } from '@jest/globals'
import { PDFName } from 'pdf-lib'
import sharp from 'sharp'
import { Workshop } from '../../src/handoff/child/workshop.js'
import { ChildFailed, runChild } from '../../src/handoff/child/run-child.js'
import { withoutMetadata } from '../../src/handoff/scans/jpeg-segments.js'
import { normalImage } from '../../src/handoff/scans/normal-image.js'
import { packageOf } from './support/compose.js'
import { packageContents } from './support/contents.js'
import { pageTexts } from './support/read-pdf.js'
import {
  aHugePng,
  aFilledForm,
  aPdf,
  aPdfWithScript,
  aPhoto,
  aTurnedPhoto,
  scratchFolder,
} from './support/scans.js'
import type { Enclosure } from '../../src/handoff/package-contents.js'

jest.setTimeout(60_000)

const workshop = new Workshop()
const folder = scratchFolder()
afterAll(() => folder.remove())

const inspect = (name: string, bytes: Uint8Array, mediaType: Enclosure['mediaType'] = 'application/pdf') =>
  workshop.inspect({ path: folder.keep(name, bytes) }, mediaType)

const enclosure = (id: string, rest: Partial<Enclosure> = {}): Enclosure => ({
  id,
  document: 'nachweis',
  documentName: 'Wohnungsgeberbestätigung',
  name: `${id}.pdf`,
  mediaType: 'application/pdf',
  pages: 1,
  bytes: 1000,
  sha256: 'cd'.repeat(32),
  malwareCheckedAt: null,
  ...rest,
})

describe('a scan that comes in', () => {
  it('is counted: PDF, JPEG, PNG', async () => {
    expect(await inspect('a.pdf', await aPdf({ pages: 3 }))).toEqual({ pages: 3 })
    expect(await inspect('a.jpg', await aPhoto('jpeg', { width: 300, height: 400 }), 'image/jpeg')).toEqual({
      pages: 1,
    })
    expect(await inspect('a.png', await aPhoto('png', { width: 300, height: 400 }), 'image/png')).toEqual({
      pages: 1,
    })
  })

  it('is refused when damaged', async () => {
    const whole = await aPdf()
    const refused = { code: 'scanDamaged', message: expect.stringContaining('beschädigt') as string }
    expect(await inspect('cut.pdf', whole.subarray(0, whole.length / 2))).toMatchObject(refused)
    expect(await inspect('nonsense.pdf', Buffer.from('%PDF-1.7\nnothing else'))).toMatchObject(refused)
    const photo = await aPhoto('jpeg', { width: 300, height: 400 })
    expect(await inspect('cut.jpg', photo.subarray(0, photo.length / 2), 'image/jpeg')).toMatchObject(refused)
    const drawing = await aPhoto('png', { width: 300, height: 400 })
    expect(await inspect('cut.png', drawing.subarray(0, drawing.length / 2), 'image/png')).toMatchObject(
      refused,
    )
  })

  it('is refused when encrypted', async () => {
    const plain = Buffer.from(await aPdf()).toString('latin1')
    const encrypted = plain.replace(
      '/Root',
      '/Encrypt << /Filter /Standard /V 2 /R 3 /O () /U () /P -4 >>\n/Root',
    )
    expect(await inspect('locked.pdf', Buffer.from(encrypted, 'latin1'))).toMatchObject({
      code: 'scanEncrypted',
    })
  })

  it('is refused when it carries a script or other files', async () => {
    expect(await inspect('script.pdf', await aPdfWithScript())).toMatchObject({ code: 'scanActive' })
    const withFile = await aPdf({
      change: (document) =>
        void document.attach(Buffer.from('MZ'), 'x.exe', { mimeType: 'application/x-msdownload' }),
    })
    expect(await inspect('file.pdf', withFile)).toMatchObject({ code: 'scanActive' })
  })

  it('is refused when the script lies inside a list', async () => {
    const link = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: { S: 'Launch', F: 'x.exe' } }
    const withLink = await aPdf({
      change: (document) =>
        document.getPages()[0]!.node.set(PDFName.of('Annots'), document.context.obj([link])),
    })
    const { openPdf } = await import('../../src/handoff/scans/open-pdf.js')
    expect(await openPdf(withLink)).toMatchObject({ code: 'scanActive' })
  })

  it('is refused with too many pages or points', async () => {
    expect(await inspect('long.pdf', await aPdf({ pages: 301 }))).toMatchObject({ code: 'tooManyPages' })
    const huge = aHugePng(30_000)
    expect(huge.length).toBeLessThan(1_000)
    expect(await inspect('huge.png', huge, 'image/png')).toMatchObject({ code: 'scanTooManyPixels' })
  })

  it('is refused as SVG even under the name of a PNG', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')
    expect(await inspect('x.png', svg, 'image/png')).toMatchObject({ code: 'scanDamaged' })
  })
})

describe('the child', () => {
  const drained = async (limits: { seconds: number; residentMegabytes: number }) => {
    const path = folder.keep('many.pdf', await aPdf({ pages: 300 }))
    const task = { kind: 'inspect', file: { path }, mediaType: 'application/pdf' } as const
    let bytes = 0
    for await (const chunk of runChild(task, { heapMegabytes: 256, ...limits })) bytes += chunk.length
    return bytes
  }

  it('is ended when it takes too long', async () => {
    await expect(drained({ seconds: 0.05, residentMegabytes: 512 })).rejects.toMatchObject({ why: 'time' })
  })

  it('is ended when it takes too much memory', async () => {
    await expect(drained({ seconds: 30, residentMegabytes: 10 })).rejects.toMatchObject({ why: 'memory' })
  })

  it('tells of a fault of its own', async () => {
    const task = { kind: 'inspect', file: { path: '/no/such/file' }, mediaType: 'application/pdf' } as const
    const run = async () => {
      for await (const chunk of runChild(task, { seconds: 30, heapMegabytes: 64, residentMegabytes: 512 }))
        void chunk
    }
    await expect(run()).rejects.toThrow(ChildFailed)
    await expect(run()).rejects.toMatchObject({ why: 'fault' })
  })
})

describe('a scan in the package', () => {
  it('has each of its pages under a caption, and the cover says where', async () => {
    const enclosures = [
      enclosure('wgb', { pages: 2 }),
      enclosure('ausweis', { name: 'meldung.jpg', mediaType: 'image/jpeg' }),
    ]
    const scans = {
      wgb: { path: folder.keep('wgb.pdf', await aPdf({ pages: 2, text: 'Bestätigung'.normalize('NFC') })) },
      ausweis: { path: folder.keep('meldung.jpg', await aPhoto('jpeg', { width: 400, height: 300 })) },
    }
    const documents = [{ ...packageContents().documents[1]!, id: 'nachweis' }]
    const pages = await pageTexts(await packageOf(packageContents({ enclosures, documents }), { scans }))
    const [first, second, third] = pages.slice(-3)
    expect(first).toContain('Nachweis: Wohnungsgeberbestätigung wgb.pdf, Seite 1 von 2')
    expect(first).toContain('Bestätigung 1')
    expect(second).toContain('wgb.pdf, Seite 2 von 2')
    expect(second).toContain('Bestätigung 2')
    expect(third).toContain('meldung.jpg, Seite 1 von 1')
    expect(pages[0]).toContain(`Wohnungsgeberbestätigung Kopie genommen ${pages.length - 2}, ${pages.length}`)
    expect(pages[0]).toContain(`Eingescannte Nachweise: Seite ${pages.length - 2}`)
    expect(pages.join(' ')).toContain('die Scans wurden nicht geprüft')
  })

  it('keeps what a filled form shows, and leaves its field behind', async () => {
    const scans = { f: { path: folder.keep('f.pdf', await aFilledForm('Erika Mustermann')) } }
    const bytes = await packageOf(packageContents({ enclosures: [enclosure('f')] }), { scans })
    expect((await pageTexts(bytes)).at(-1)).toContain('Erika Mustermann')
    expect(bytes.toString('latin1')).not.toMatch(/\/AcroForm|\/Widget/)
  })

  it.each([90, 180, 270])('is upright when its page is turned by %i degrees', async (rotate) => {
    const scans = { t: { path: folder.keep(`t${rotate}.pdf`, await aPdf({ rotate, text: 'Gedreht' })) } }
    const bytes = await packageOf(packageContents({ enclosures: [enclosure('t')] }), { scans })
    expect((await pageTexts(bytes)).at(-1)).toContain('Gedreht 1')
    const turned = rotate === 180 ? /\/MediaBox \[0 0 595/ : /\/MediaBox \[0 0 841/
    expect(bytes.toString('latin1')).toMatch(turned)
  })

  it('leaves every action of a page behind', async () => {
    const { openPdf } = await import('../../src/handoff/scans/open-pdf.js')
    expect(await openPdf(await aPdfWithScript())).toMatchObject({ code: 'scanActive' })
    const scans = { s: { path: folder.keep('s.pdf', await aPdfWithScript()) } }
    await expect(packageOf(packageContents({ enclosures: [enclosure('s')] }), { scans })).rejects.toThrow(
      'Programmcode',
    )
  })

  it('stands upright as the camera meant it', async () => {
    const { bytes, width, height } = await normalImage(await aTurnedPhoto())
    expect([width, height]).toEqual([200, 400])
    const corner = await sharp(bytes).extract({ left: 20, top: 20, width: 10, height: 10 }).raw().toBuffer()
    expect(Math.max(...corner)).toBeLessThan(60)
  })

  it('is taken as it is when it is upright already, without what the camera wrote into it', async () => {
    const photo = await sharp(await aPhoto('jpeg', { width: 300, height: 400 }))
      .withExif({ IFD0: { Copyright: 'Haus am See' } })
      .jpeg()
      .toBuffer()
    expect(photo.includes('Haus am See')).toBe(true)
    const stripped = withoutMetadata(photo)
    expect(stripped.includes('Haus am See')).toBe(false)
    const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()
    expect((await pixels(stripped)).equals(await pixels(photo))).toBe(true)
  })
})
