import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.js'

type Look = 'primary' | 'secondary' | 'tertiary'

interface ButtonProps {
  readonly look?: Look
  readonly icon?: IconName
  readonly small?: boolean
  /** What a screen reader hears instead of the label where the label alone does not say what it is about. */
  readonly spoken?: string
  readonly name?: string
  readonly value?: string
  readonly class?: string
  readonly type?: 'submit' | 'button'
  /** Where the form goes with this button, instead of where it says itself. */
  readonly action?: string
  readonly children: ComponentChildren
}

const classes = (look: Look, small: boolean | undefined, more = '') =>
  `kern-btn kern-btn--${look}${small ? ' kern-btn--x-small' : ''}${more ? ` ${more}` : ''}`

export const Button = (props: ButtonProps) => (
  <button
    type={props.type ?? 'submit'}
    class={classes(props.look ?? 'primary', props.small, props.class)}
    name={props.name}
    value={props.value}
    formaction={props.action}
    aria-label={props.spoken}
  >
    {props.icon && <Icon name={props.icon} />}
    <span class="kern-label">{props.children}</span>
  </button>
)

/** A link that looks like a button: it leads to a page and changes nothing. */
export const ButtonLink = (
  props: Omit<ButtonProps, 'name' | 'value' | 'type' | 'action'> & { readonly href: string },
) => (
  <a
    class={classes(props.look ?? 'primary', props.small, props.class)}
    href={props.href}
    aria-label={props.spoken}
  >
    {props.icon && <Icon name={props.icon} />}
    <span class="kern-label">{props.children}</span>
  </a>
)
