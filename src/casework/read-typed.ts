import { isAnswerableDay, isDay } from '../precheck/day.js'

/**
 * A value as JSON holds it, or a German sentence that says how to type it; `part` is `0/birthDate` in a list. `rows` is
 * where the entries of a list were typed: rows that stay empty do not count.
 */
export type Typed =
  | { readonly raw: unknown; readonly rows?: readonly number[] }
  | { readonly message: string; readonly part?: string }

/**
 * A day as people type it at the counter: `22.11.2026`, `22112026`, `22.11.26`, also `2026-11-22`.
 * Two digits of a year mean the past hundred years up to ten ahead of `today`.
 */
export function readDay(text: string, today: string): Typed {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const german =
    /^(\d{1,2})[.,/ ](\d{1,2})[.,/ ](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  const day = iso
    ? text
    : german && `${fullYear(german[3]!, today)}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}`
  if (!day) return { message: 'Bitte als Tag, Monat und Jahr eingeben, zum Beispiel 22.11.2026.' }
  if (!isDay(day)) return { message: 'Diesen Tag gibt es im Kalender nicht.' }
  if (!isAnswerableDay(day)) return { message: 'Das Jahr muss zwischen 1850 und 2199 liegen.' }
  return { raw: day }
}

function fullYear(digits: string, today: string): string {
  if (digits.length === 4) return digits
  const latest = Number(today.slice(0, 4)) + 10
  const year = Math.floor(latest / 100) * 100 + Number(digits)
  return String(year > latest ? year - 100 : year)
}

export function readInteger(text: string): Typed {
  const digits = text.replaceAll(/(?<=\d)[. ](?=\d{3}\b)/g, '')
  if (!/^-?\d{1,12}$/.test(digits)) return { message: 'Bitte eine ganze Zahl eingeben.' }
  return { raw: Number(digits) }
}

/** An amount as typed in Germany: `1.234,50`, `1234,5`, `1234`; also `1234.50`. The sign of the currency may stand after it. */
export function readEuro(text: string): Typed {
  const bare = text.replace(/\s*(€|EUR)$/i, '').trim()
  const german = /^\d{1,3}([. ]\d{3})*(,\d{1,2})?$|^\d+(,\d{1,2})?$/.test(bare)
  if (german) return { raw: Number(bare.replaceAll(/[. ]/g, '').replace(',', '.')) }
  if (/^\d+\.\d{1,2}$/.test(bare)) return { raw: Number(bare) }
  return { message: 'Bitte einen Betrag in Euro eingeben, zum Beispiel 1.234,50.' }
}
