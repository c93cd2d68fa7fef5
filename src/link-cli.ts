import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * Puts `lotse` among the commands of the project, at the end of every build. A `bin` entry in package.json would make
 * npx install the project into its cache instead, and a call before the first build would leave it broken there.
 */
const commands = join('node_modules', '.bin')
const program = fileURLToPath(new URL('cli.js', import.meta.url))
const link = join(commands, 'lotse')

/** Called by its path it runs on the Node that came along too, as with npx: the machine's own may be too old. */
const script = `#!/bin/sh
here=$(dirname -- "$(readlink -f -- "$0")")
PATH="$here:$PATH" exec node "$here/${relative(commands, program)}" "$@"
`

mkdirSync(commands, { recursive: true })
if (process.platform === 'win32') writeFileSync(`${link}.cmd`, `@node "${program}" %*\r\n`)
else {
  rmSync(link, { force: true })
  writeFileSync(link, script)
  chmodSync(link, 0o755)
}
