import { runCommand, print } from '../../terminal/command-line.js'
import { drawTemplates } from './draw-templates.js'

/** `lotse templates draw [<folder>]`: draws our own forms again, after a change of their sheets. */
export const drawCommand = ([folder = 'templates']: string[]) =>
  runCommand(async () => {
    for (const path of await drawTemplates(folder)) print(path)
    return 0
  })
