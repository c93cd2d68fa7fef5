import { drawTemplates } from './draw-templates.js'

/** `lotse templates draw [<folder>]`: draws our own forms again, after a change of their sheets. */
export async function drawCommand([folder = 'templates']: string[]): Promise<number> {
  for (const path of await drawTemplates(folder)) process.stdout.write(`${path}\n`)
  return 0
}
