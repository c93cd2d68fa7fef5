import { shareText } from '../../web/format.js'

/** A share of all answers as a bar, with its figure for everyone. */
export const ShareBar = ({ share }: { readonly share: number }) => (
  <span class="anteil">
    <svg class="anteil__balken" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="anteil__ganz" width="100" height="10" />
      {share > 0 && <rect class="anteil__teil" width={Math.max(1, share * 100)} height="10" />}
    </svg>
    <span class="anteil__zahl">{shareText(share)} der Antworten</span>
  </span>
)
