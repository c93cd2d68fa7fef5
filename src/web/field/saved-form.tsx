import type { ComponentChildren } from 'preact'
import { Button } from '../button.js'
import { CsrfField } from '../csrf.js'

interface SavedFormProps {
  readonly id: string
  readonly action: string
  /** What the page replaces with the server's answer. */
  readonly target: string
  /** The revision of the field that the clerk sees; an older one is a conflict. */
  readonly revision: number
  /** Saved when the focus leaves the form instead of after each change. */
  readonly whole?: boolean
  readonly class?: string
  readonly children: ComponentChildren
}

/**
 * A form that saves itself on change where scripts run, and has a button where none do.
 * All forms of one target wait for each other, so that an older answer of the server never overwrites a newer one.
 */
export const SavedForm = (props: SavedFormProps) => (
  <form
    id={props.id}
    class={`speicherform${props.class ? ` ${props.class}` : ''}`}
    method="post"
    action={props.action}
    noValidate
    hx-post={props.action}
    hx-trigger={props.whole ? 'submit' : 'change, submit'}
    hx-target={props.target}
    hx-swap="outerMorph"
    hx-sync={`${props.target}:queue all`}
    data-ganz={props.whole ? '' : undefined}
  >
    <CsrfField />
    <input type="hidden" name="revision" value={props.revision} />
    {props.children}
    <Button look="secondary" small class={props.whole ? '' : 'ohne-skript'}>
      Speichern
    </Button>
  </form>
)
