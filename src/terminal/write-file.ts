import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { WrongCall } from './command-line.js'

/** Writes a file that a call asks for. @throws WrongCall if it cannot be written */
export const writeFile = (path: string, content: string | Uint8Array): void =>
  told(path, () => writeFileSync(path, content))

/** Writes a file that is not there yet, and makes its folder. @throws WrongCall if it cannot be written */
export const writeNewFile = (path: string, content: string): void =>
  told(path, () => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content, { flag: 'wx' })
  })

/** Whether two names lead to one file that is there: nothing is written in place of what it is made from. */
export const isSameFile = (one: string, other: string): boolean =>
  existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other)

function told(path: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new WrongCall(`${path} lässt sich nicht schreiben (${code}).`, { cause: error })
  }
}
