'use client'

import {
  FieldDescription,
  FieldError,
  FieldLabel,
  fieldBaseClass,
  RenderCustomComponent,
  useField,
  withCondition,
} from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { useId } from 'react'
import { describeProblem } from '../../domain/describeProblem'
import { checkIcdCodes } from '../../domain/icd/catalogue/checkIcdCodes'
import { IcdSuggestions } from '../ui/icd/IcdSuggestions'
import { useIcdCodes } from '../ui/icd/useIcdCodes'
import { useIcdCombobox } from '../ui/icd/useIcdCombobox'
import { usePortalText } from '../ui/usePortalText'
import styles from './IcdField.module.css'

/** The form field of a case's codes: suggests from the catalogue and says what it has against them; saving is free. */
export const IcdField = withCondition(IcdFieldInput)

function IcdFieldInput({ field, path: pathFromProps, readOnly }: TextFieldClientProps) {
  const { admin, label, localized, required } = field
  const { customComponents, disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: pathFromProps,
  })
  const classes = [fieldBaseClass, 'text', admin?.className, showError && 'error']
  return (
    <div className={classes.filter(Boolean).join(' ')} style={{ width: admin?.width, ...admin?.style }}>
      <RenderCustomComponent
        CustomComponent={customComponents?.Label}
        Fallback={<FieldLabel label={label} localized={localized} path={path} required={required} />}
      />
      <div className={`${fieldBaseClass}__wrap`}>
        <RenderCustomComponent
          CustomComponent={customComponents?.Error}
          Fallback={<FieldError path={path} showError={showError} />}
        />
        {customComponents?.BeforeInput}
        <IcdInput
          isReadOnly={Boolean(readOnly || disabled || admin?.readOnly)}
          onChange={setValue}
          path={path}
          text={value ?? ''}
        />
        {customComponents?.AfterInput}
        <RenderCustomComponent
          CustomComponent={customComponents?.Description}
          Fallback={<FieldDescription description={admin?.description} path={path} />}
        />
      </div>
    </div>
  )
}

type IcdInputProps = { path: string; text: string; isReadOnly: boolean; onChange: (text: string) => void }

function IcdInput({ path, text, isReadOnly, onChange }: IcdInputProps) {
  const { language } = usePortalText()
  const { lookup } = useIcdCodes()
  const combobox = useIcdCombobox({ text, onPick: onChange, hasCatalogue: lookup !== null })
  const warnings = checkIcdCodes({ icd: text, catalogue: lookup })
  const warningsId = useId()
  return (
    <div className={styles.entry}>
      <input
        {...combobox.aria}
        aria-describedby={warningsId}
        autoComplete="off"
        disabled={isReadOnly}
        id={`field-${path.replace(/\./g, '__')}`}
        name={path}
        onBlur={combobox.close}
        onChange={(event) => {
          onChange(event.target.value)
          combobox.open()
        }}
        onKeyDown={combobox.press}
        spellCheck={false}
        type="text"
        value={text}
      />
      <IcdSuggestions combobox={combobox} />
      <div aria-live="polite" className={styles.warnings} id={warningsId}>
        {warnings.map((problem) => (
          <div key={problem.value}>⚠ {describeProblem({ problem, language })}</div>
        ))}
      </div>
    </div>
  )
}
