interface PageMenuProps {
  /** What a screen reader calls it. */
  readonly name: string
  readonly pages: readonly { readonly at: string; readonly label: string; readonly href: string }[]
  readonly current: string
}

/** The pages about one thing, and which of them this is. */
export const PageMenu = ({ name, pages, current }: PageMenuProps) => (
  <nav aria-label={name}>
    <ul class="vorgang-menue">
      {pages.map(({ at, label, href }) => (
        <li key={at}>
          <a class="kern-link" href={href} aria-current={at === current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
