/** How far long work has come, on standard error: only where someone looks at it and no lines appear anyway. */
export interface Progress {
  readonly step: () => void
  readonly end: () => void
}

const eraseLine = '\r\u001B[K'

export function progressOf(total: number, what: string, linesAppear: boolean): Progress {
  const { stderr } = process
  if (!stderr.isTTY || linesAppear) return { step: () => {}, end: () => {} }
  let done = 0
  return {
    step: () => void stderr.write(`${eraseLine}${++done} von ${total} ${what}`),
    end: () => void stderr.write(eraseLine),
  }
}
