import type { SearchWords } from './case-list.store.js'
import { plain } from '../web/format.js'

const mostWords = 6

/** What somebody typed to find a case: part of a name, of a number, of what a service is called. */
export function searchWords(
  text: string,
  titles: readonly { readonly service: string; readonly title: string }[],
): SearchWords {
  const words = text.normalize('NFC').slice(0, 200).split(/\s+/).filter(Boolean).slice(0, mostWords)
  const services = words.map((word) =>
    titles
      .filter(({ service, title }) => plain(`${title} ${service}`).includes(plain(word)))
      .map(({ service }) => service),
  )
  return { words, services }
}
