import type { Day } from './rule-set.js'

const millisecondsPerDay = 86_400_000

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

function asDay(days: number): Day {
  const date = new Date(days * millisecondsPerDay)
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

/** Year, month (1 to 12) and day of the month. */
const parts = (day: Day): [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]

/** Whether the text is a day that exists in the calendar (`2025-02-29` is none). */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  return asDay(dayNumber(text)) === text
}

/** Between these, both included, lie all days that can be answered. */
export const firstDay: Day = '1850-01-01'
export const lastDay: Day = '2199-12-31'

export const isAnswerableDay = (text: unknown): text is Day =>
  isDay(text) && text >= firstDay && text <= lastDay

/** Days since 1970-01-01, so that days can be compared as numbers. */
export function dayNumber(day: Day): number {
  const [year, month, number] = parts(day)
  return Date.UTC(year, month - 1, number) / millisecondsPerDay
}

export const addDays = (day: Day, days: number): Day => asDay(dayNumber(day) + days)

/** The day of the same number `months` later; where that month has none, its last day (§ 188 Abs. 3 BGB). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, number] = parts(day)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return asDay(Date.UTC(year, month - 1 + months, Math.min(number, last)) / millisecondsPerDay)
}

/** Calendar days from one day to the other; negative if the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** Whole months from one day to the other; negative if the second is earlier. */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return -monthsBetween(to, from)
  const [fromYear, fromMonth] = parts(from)
  const [toYear, toMonth] = parts(to)
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth
  return addMonths(from, months) > to ? months - 1 : months
}

/**
 * Age in whole years. The day of birth counts (§ 187 Abs. 2 Satz 2 BGB): on the birthday one is a year
 * older; who was born on 29 February is so from 1 March of other years.
 * Negative for a birth after the day.
 */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1
}

/**
 * Last day of a period that an event sets off: the day of the event does not count (§ 187 Abs. 1 BGB), the
 * period ends on the day of the same name or number (§ 188 Abs. 2, 3), and if that is a Saturday, Sunday or
 * public holiday in Mecklenburg-Vorpommern, on the next working day (§ 193).
 */
export function endOfPeriod(event: Day, length: { days?: number; weeks?: number; months?: number }): Day {
  let end = addDays(addMonths(event, length.months ?? 0), (length.days ?? 0) + 7 * (length.weeks ?? 0))
  while (!isWorkingDay(end)) end = addDays(end, 1)
  return end
}

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`

function isWorkingDay(day: Day): boolean {
  const weekday = new Date(dayNumber(day) * millisecondsPerDay).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isPublicHoliday(day)
}

const fixedHolidays = ['01-01', '05-01', '10-03', '10-31', '12-25', '12-26']

/** Public holidays of Mecklenburg-Vorpommern (FTG M-V); 8 March since 2023. */
export function isPublicHoliday(day: Day): boolean {
  const year = Number(day.slice(0, 4))
  if (fixedHolidays.includes(day.slice(5)) || (day.slice(5) === '03-08' && year >= 2023)) return true
  const sinceEaster = daysBetween(easterSunday(year), day)
  return [-2, 1, 39, 50].includes(sinceEaster)
}

/** Easter Sunday of the Gregorian calendar (Gauß, in the form of Meeus/Jones/Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const monthAndDay = h + l - 7 * m + 114
  return asDay(Date.UTC(year, Math.floor(monthAndDay / 31) - 1, (monthAndDay % 31) + 1) / millisecondsPerDay)
}
