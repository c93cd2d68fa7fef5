interface SearchFieldProps {
  readonly label: string
  readonly text: string
}

/** What a list is searched for. */
export const SearchField = ({ label, text }: SearchFieldProps) => (
  <div class="kern-form-input feld--mittel">
    <label class="kern-label" for="suche">
      {label}
    </label>
    <input
      class="kern-form-input__input"
      id="suche"
      name="suche"
      type="search"
      value={text}
      maxLength={200}
    />
  </div>
)
