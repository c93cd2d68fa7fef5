import { PDFName } from 'pdf-lib'
import { piecesOf } from '../../src/platform/lent-file.js'
import { Workshop } from '../../src/handoff/child/workshop.js'
import { ChildFailed, runChild } from '../../src/handoff/child/run-child.js'
import { redrawnInWords } from '../../src/handoff/redrawn-words.js'
import { packageOf } from './support/compose.js'
import { packageContents } from './support/contents.js'
import { darkShare, keepNothing, platesIn, prepared, type PreparedScan } from './support/plates.js'
import { alternativeTexts, pageTexts } from './support/read-pdf.js'
import { aHugePng, aFilledForm, aPdf, aPdfWithScript, aPhoto, aTiff, scratchFolder } from './support/scans.js'
import type { Enclosure } from '../../src/handoff/package-contents.js'

const workshop = new Workshop()
const folder = scratchFolder()
afterAll(() => folder.remove())

const inspect = (name: string, bytes: Uint8Array, mediaType: Enclosure['mediaType'] = 'application/pdf') =>
  workshop.inspect({ path: folder.keep(name, bytes) }, mediaType, keepNothing)

const small = { width: 400, height: 300 }

const enclosure = (id: string, rest: Partial<Enclosure> = {}): Enclosure => ({
  id,
  document: 'nachweis',
  documentName: 'Wohnungsgeberbestätigung',
  name: `${id}.pdf`,
  mediaType: 'application/pdf',
  pages: 1,
  bytes: 1000,
  sha256: 'cd'.repeat(32),
  redrawn: [],
  malwareCheckedAt: null,
  ...rest,
})

describe('a scan that comes in', () => {
  it('is counted: PDF, JPEG, PNG, TIFF', async () => {
    const size = { width: 300, height: 400 }
    expect(await inspect('a.pdf', await aPdf({ pages: 3 }))).toMatchObject({ pages: 3 })
    expect(await inspect('a.jpg', await aPhoto('jpeg', size), 'image/jpeg')).toMatchObject({ pages: 1 })
    expect(await inspect('a.png', await aPhoto('png', size), 'image/png')).toMatchObject({ pages: 1 })
    expect(await inspect('a.tif', await aTiff(3), 'image/tiff')).toMatchObject({ pages: 3 })
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
    const task = { kind: 'prepare', file: { path }, mediaType: 'application/pdf', seconds: 30 } as const
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
    const file = { path: '/no/such/file' }
    const task = { kind: 'prepare', file, mediaType: 'application/pdf', seconds: 30 } as const
    const run = async () => {
      for await (const chunk of runChild(task, { seconds: 30, heapMegabytes: 64, residentMegabytes: 512 }))
        void chunk
    }
    await expect(run()).rejects.toThrow(ChildFailed)
    await expect(run()).rejects.toMatchObject({ why: 'fault' })
  })
})

describe('a scan in the package', () => {
  const inPackage = async (scans: Record<string, PreparedScan>, names: Record<string, string> = {}) => {
    const enclosures = Object.entries(scans).map(([id, { pages, redrawn }]) =>
      enclosure(id, {
        pages,
        name: names[id] ?? id,
        redrawn: redrawn.map((group) => ({ ...group, words: redrawnInWords(group, pages) })),
      }),
    )
    const documents = [{ ...packageContents().documents[1]!, id: 'nachweis' }]
    const files = Object.fromEntries(Object.entries(scans).map(([id, { plates }]) => [id, plates]))
    return packageOf(packageContents({ enclosures, documents }), { scans: files })
  }

  it('has each of its pages under a caption, and the cover says where', async () => {
    const bytes = await inPackage(
      {
        wgb: await prepared(workshop, folder, 'wgb.pdf', await aPdf({ pages: 2, text: 'Bestätigung' })),
        meldung: await prepared(workshop, folder, 'm.jpg', await aPhoto('jpeg', small), 'image/jpeg'),
      },
      { wgb: 'wgb.pdf', meldung: 'meldung.jpg' },
    )
    const pages = await pageTexts(bytes)
    const [first, second, third] = pages.slice(-3)
    expect(first).toContain('Wohnungsgeberbestätigung wgb.pdf, Seite 1 von 2')
    expect(second).toContain('wgb.pdf, Seite 2 von 2')
    expect(third).toContain('meldung.jpg, Seite 1 von 1')
    expect(pages[0]).toContain(`Wohnungsgeberbestätigung Kopie genommen ${pages.length - 2}, ${pages.length}`)
    expect(pages[0]).toContain(`Eingescannte Nachweise: Seite ${pages.length - 2}`)
    expect(pages.join(' ')).toContain('die Scans wurden nicht geprüft')
    expect(pages.join(' ')).toContain('Alle Seiten als Bild übernommen, weil mehr enthalten ist')
    expect(await alternativeTexts(bytes, pages.length - 1)).toEqual([
      'Eingescannt: Wohnungsgeberbestätigung, Seite 2 von 2. Text der Seite: Bestätigung 2',
    ])
  })

  it('says which page it is, however long its name', async () => {
    const scan = await prepared(workshop, folder, 'lang.jpg', await aPhoto('jpeg', small), 'image/jpeg')
    const pages = await pageTexts(await inPackage({ lang: scan }, { lang: `${'M'.repeat(116)}.jpg` }))
    expect(pages.at(-1)).toMatch(/M+ …, Seite 1 von 1/)
  })

  it('keeps what a filled form shows, and leaves its field behind', async () => {
    const form = await prepared(workshop, folder, 'f.pdf', await aFilledForm('Erika Mustermann'))
    expect(form.redrawn).toEqual([{ why: 'content', from: 1, to: 1 }])
    const [plate] = platesIn(piecesOf(form.plates))
    expect(await darkShare(plate!)).toBeGreaterThan(0.0005)
    expect((await inPackage({ f: form })).toString('latin1')).not.toMatch(/\/FT \/Tx/)
  })

  it.each([90, 180, 270])('is upright when its page is turned by %i degrees', async (rotate) => {
    const scan = await prepared(workshop, folder, `t${rotate}.pdf`, await aPdf({ rotate, text: 'Gedreht' }))
    const bytes = await inPackage({ t: scan })
    const turned = rotate === 180 ? /\/MediaBox \[0 0 595/ : /\/MediaBox \[0 0 841/
    expect(bytes.toString('latin1')).toMatch(turned)
  })

  it('must have as many plates as pages', async () => {
    const scan = await prepared(workshop, folder, 'two.pdf', await aPdf({ pages: 2 }))
    await expect(inPackage({ two: { ...scan, pages: 3 } })).rejects.toThrow('scan two has 2 plates')
  })
})
