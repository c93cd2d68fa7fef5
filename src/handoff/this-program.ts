import { readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** What made a package, so that it can be told later which program it came from. */
export const thisProgram = `Verwaltungslotse ${version}`
