import { errorId, hintId, type FieldProps } from './field-props.js'

export const Hint = ({ id, hint }: Pick<FieldProps, 'id' | 'hint'>) =>
  hint ? (
    <div class="kern-hint" id={hintId(id)}>
      {hint}
    </div>
  ) : null

export const FieldError = ({ id, error }: Pick<FieldProps, 'id' | 'error'>) =>
  error ? (
    <p class="kern-error" id={errorId(id)}>
      <span class="kern-icon kern-icon--danger" aria-hidden="true" />
      <span class="kern-body">{error}</span>
    </p>
  ) : null

export const LabelText = ({ label, optional }: FieldProps) => (
  <>
    {label}
    {optional && <span class="kern-label__optional"> (freiwillig)</span>}
  </>
)
