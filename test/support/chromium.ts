import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const unpacked = resolve('node_modules/.cache/chromium')

export interface PackedChromium {
  readonly executablePath: string
  readonly env: Record<string, string>
}

/**
 * The Chromium inside the package, unpacked once for all test files, with the shared libraries it needs: a machine
 * that has only Node has none of them. The package unpacks those for one cloud only, so that cloud is what it is told.
 */
export function packedChromium(): PackedChromium {
  if (!existsSync(unpacked)) unpack()
  const libraries = join(unpacked, 'al2023', 'lib')
  return {
    executablePath: join(unpacked, 'chromium'),
    env: { ...definedOf(process.env), LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(unpacked, 'fonts') },
  }
}

// The package's own configuration looks under /tmp. Where no font is found at all, Chromium ends at the first button.
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(unpacked, 'fonts')}</dir>
  <cachedir>${join(unpacked, 'fonts', 'cache')}</cachedir>
</fontconfig>
`

/** Unpacks beside the place and renames, so that another test file never finds half of it. */
function unpack(): void {
  const cache = resolve('node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const place = mkdtempSync(join(cache, 'chromium-'))
  const program = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TMPDIR: place, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  })
  writeFileSync(join(place, 'fonts', 'fonts.conf'), fontsConfiguration)
  try {
    renameSync(place, unpacked)
  } catch (error) {
    rmSync(place, { recursive: true })
    if (!existsSync(unpacked)) throw error
  }
}

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined))
