import { getDocumentProxy } from 'unpdf'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

const open = (bytes: Uint8Array): Promise<Pdf> => getDocumentProxy(new Uint8Array(bytes))

/** The text of each page as a reader other than ours sees it, in the order in which it was written. */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const pdf = await open(bytes)
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .normalize('NFC'),
    )
  }
  return texts
}

export const textOf = async (bytes: Uint8Array): Promise<string> => (await pageTexts(bytes)).join(' ')

/** The JSON that is embedded in the file under this name. */
export async function embedded(bytes: Uint8Array, name: string): Promise<unknown> {
  const files = (await (await open(bytes)).getAttachments()) as Record<string, { content: Uint8Array }> | null
  return JSON.parse(Buffer.from(files![name]!.content).toString())
}

interface Node {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Node[]
}

/** The alternative texts of a page's structure, in reading order. */
export async function alternativeTexts(bytes: Uint8Array, page: number): Promise<string[]> {
  const tree = (await (await (await open(bytes)).getPage(page)).getStructTree()) as Node
  const collect = (node: Node): string[] => [
    ...(node.alt === undefined ? [] : [node.alt]),
    ...(node.children ?? []).flatMap(collect),
  ]
  return collect(tree)
}
