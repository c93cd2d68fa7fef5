import { momentText } from '../../web/format.js'
import { styles, type Run } from '../paper/text-style.js'

export const body = (text: string): Run => ({ text, style: styles.body })
export const small = (text: string): Run => ({ text, style: styles.small })

/** Who recorded something, and when. */
export const byWhom = ({ by, at }: { by: { name: string }; at: string }): Run[] => [
  small(by.name),
  small(momentText(at)),
]
