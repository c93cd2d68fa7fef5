import { Alert } from '../web/alert.js'
import { Button } from '../web/button.js'
import { CsrfField } from '../web/csrf.js'
import { Layout } from '../web/layout.js'
import { paths } from '../web/paths.js'

interface SignInPageProps {
  readonly csrf: string
  readonly next: string
  readonly signInName?: string
  readonly problem?: string
}

export const SignInPage = ({ csrf, next, signInName = '', problem }: SignInPageProps) => (
  <Layout title={problem ? 'Fehler: Anmelden' : 'Anmelden'} viewer={null} csrf={csrf}>
    <div class="schmal">
      <h1 class="kern-heading-large">Anmelden</h1>
      {problem && <Alert tone="danger" title={problem} id="anmeldefehler" urgent />}
      <form method="post" action={paths.signIn} class="formular">
        <CsrfField />
        <input type="hidden" name="next" value={next} />
        <Input
          name="signInName"
          label="Anmeldename"
          type="text"
          autocomplete="username"
          value={signInName}
          first={!problem}
        />
        <Input
          name="password"
          label="Kennwort"
          type="password"
          autocomplete="current-password"
          value=""
          first={Boolean(problem)}
        />
        <Button>Anmelden</Button>
      </form>
    </div>
  </Layout>
)

interface InputProps {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'password'
  readonly autocomplete: string
  readonly value: string
  /** Typing begins here. */
  readonly first: boolean
}

const Input = ({ name, label, type, autocomplete, value, first }: InputProps) => (
  <div class="kern-form-input">
    <label class="kern-label" for={name}>
      {label}
    </label>
    <input
      class="kern-form-input__input"
      id={name}
      name={name}
      type={type}
      value={value}
      autocomplete={autocomplete}
      autocapitalize="none"
      spellcheck={false}
      required
      autofocus={first}
    />
  </div>
)
