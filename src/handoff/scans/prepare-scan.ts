import type { Redrawn, Upload, WhyRedrawn } from '../../casework/case-file.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { plateBytes, platesEnd, platesStart } from './plates.js'
import type { ScanPages } from './scan-pages.js'
import { scanRefusals } from './scan-refusals.js'

/** What was found in a scan. `isWhole`: its plates were made to the last; otherwise there was not the time. */
export interface FoundScan {
  readonly pages: number
  readonly redrawn: readonly Redrawn[]
  readonly isWhole: boolean
}

/**
 * Looks into a scan and makes its plates, which come as bytes; at last what was found. Only in a child.
 * @param seconds after which no further plate is begun
 */
export async function* prepareScan(
  file: Buffer,
  mediaType: Upload['mediaType'],
  seconds: number,
): AsyncGenerator<Uint8Array, FoundScan | Refusal> {
  const end = performance.now() + seconds * 1_000
  try {
    const scan = await open(file, mediaType)
    if (isRefusal(scan)) return scan
    const redrawn: (WhyRedrawn | null)[] = []
    yield platesStart()
    for (let index = 0; index < scan.count; index++) {
      if (performance.now() > end) return { pages: scan.count, redrawn: [], isWhole: false }
      const page = await scan.page(index)
      redrawn.push(page.redrawn)
      yield* plateBytes(page.plate)
    }
    yield platesEnd()
    return { pages: scan.count, redrawn: grouped(redrawn), isWhole: true }
  } catch {
    // The libraries complain in many ways of a file that is not as it must be.
    return scanRefusals.damaged()
  }
}

async function open(file: Buffer, mediaType: Upload['mediaType']): Promise<ScanPages | Refusal> {
  if (mediaType === 'application/pdf') return (await import('./pdf-pages.js')).pdfPages(file)
  return (await import('./image-pages.js')).imagePages(file)
}

/** Pages that follow each other and were drawn anew for the same reason, together. Pages count from 1. */
function grouped(pages: readonly (WhyRedrawn | null)[]): Redrawn[] {
  const groups: { why: WhyRedrawn; from: number; to: number }[] = []
  for (const [index, why] of pages.entries()) {
    const last = groups.at(-1)
    if (why === null) continue
    if (last?.why === why && last.to === index) last.to = index + 1
    else groups.push({ why, from: index + 1, to: index + 1 })
  }
  return groups
}
