const clock = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
})
const calendar = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const megabytes = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 })

/** Sorts names as a German register does: Ä with A, capitals and small letters alike, 2 before 10. */
export const germanOrder = new Intl.Collator('de', { numeric: true }).compare

/** For searching: small letters, no marks above them. */
export const plain = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').trim()

/** An instant as the day on the wall in Germany: `22.11.2026`. */
export const dateText = (instant: string): string => calendar.format(new Date(instant))

/** An instant as the time on the wall in Germany: `09:41`. */
export const timeText = (instant: string): string => clock.format(new Date(instant))

/** An instant as `22.11.2026, 09:41`. */
export const momentText = (instant: string): string => `${dateText(instant)}, ${timeText(instant)}`

/** Bytes as `1,4 MB` or `312 KB`. */
export const sizeText = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${megabytes.format(bytes / 1_000_000)} MB`
    : `${megabytes.format(Math.max(1, Math.round(bytes / 1000)))} KB`

/** `1 Frage`, `3 Fragen`. */
export const countText = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

const wholePercent = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 })
const finePercent = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 1 })

/** A share from 0 to 1 as `23 %`; what is not nothing and not everything never reads like it. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.001) return 'unter 0,1\u00a0%'
  if (share < 1 && share > 0.999) return 'über 99,9\u00a0%'
  return (share < 0.1 || share > 0.99 ? finePercent : wholePercent).format(share)
}

const oneDigit = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 })

/** A mean as `2,4`. */
export const meanText = (mean: number): string => oneDigit.format(mean)
