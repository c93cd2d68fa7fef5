import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composePackage, type PackageParts } from '../../../src/handoff/compose-package.js'
import type { PackageContents } from '../../../src/handoff/package-contents.js'
import { openSeal, type SealConfig } from '../../../src/handoff/seal/open-seal.js'
import type { Seal } from '../../../src/handoff/seal/seal.js'
import { sealedInMemory } from '../../../src/handoff/seal/sealed-in-memory.js'
import { signWith } from '../../../src/handoff/seal/sign-with.js'
import { packageContents } from './contents.js'

type Rest = Partial<Pick<PackageParts, 'form' | 'scans'>>

/** A package as it goes to the department, made and sealed in this process. */
export const sealedPackage = (
  seal: Seal,
  contents: PackageContents = packageContents(),
  rest: Rest = {},
): Promise<Buffer> =>
  sealedInMemory(signWith(seal), (sealMark, write) =>
    composePackage(
      { form: null, scans: {}, ...rest, contents: { ...contents, seal: seal.shown }, sealMark },
      write,
    ),
  )

/** A folder that keys lie in, as under SEAL_KEY; with an own key where nothing is set. */
export function keyFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-keys-'))
  return {
    folder,
    keep: (name: string, content: string | Uint8Array): string => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    open: (change: Partial<SealConfig> = {}, now?: Date): Promise<Seal> =>
      openSeal(
        { dataDir: folder, sealKey: null, sealPassword: null, sealTimestampUrl: null, ...change },
        now,
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
