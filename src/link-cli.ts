import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * Puts `lotse` among the commands of the project, at the end of every build. A `bin` entry in package.json would make
 * npx install the project into its cache instead, and a call before the first build would leave it broken there.
 */
const commands = join('node_modules', '.bin')
const program = fileURLToPath(new URL('cli.js', import.meta.url))
const link = join(commands, 'lotse')

mkdirSync(commands, { recursive: true })
chmodSync(program, 0o755)
if (process.platform === 'win32') writeFileSync(`${link}.cmd`, `@node "${program}" %*\r\n`)
else {
  rmSync(link, { force: true })
  symlinkSync(relative(commands, program), link)
}
