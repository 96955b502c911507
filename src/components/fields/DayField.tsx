'use client'

import {
  DatePicker,
  FieldDescription,
  FieldError,
  FieldLabel,
  fieldBaseClass,
  RenderCustomComponent,
  useField,
  withCondition,
} from '@payloadcms/ui'
import type { TextFieldClientProps, Validate } from 'payload'
import { type ComponentProps, useCallback, useMemo } from 'react'
import { usePortalText } from '../ui/usePortalText'
import styles from './DayField.module.css'
import { dayOfLocalDate, localDateOfDay, readDay } from './readDay'

type PickerEvent = { type: string; target: EventTarget | null }

/**
 * The form field of a calendar day, a text `YYYY-MM-DD`: shows and takes `DD.MM.YYYY`. It goes by year, month and
 * day of the local date only, so no time zone can shift the day.
 */
export const DayField = withCondition(DayFieldInput)

function DayFieldInput({ field, path: pathFromProps, readOnly, validate }: TextFieldClientProps) {
  const { admin, label, localized, required } = field
  const checked = useRequiredValidation({ validate: validate as Validate | undefined, required })
  const { customComponents, disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: pathFromProps,
    validate: checked,
  })
  const isReadOnly = Boolean(readOnly || disabled || admin?.readOnly)
  const inputId = `field-${path.replace(/\./g, '__')}`
  const classes = [
    fieldBaseClass,
    'date-time-field',
    admin?.className,
    showError && 'date-time-field--has-error',
    isReadOnly && styles.readOnly,
  ]
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
        <DayPicker
          id={inputId}
          isBirthDate={field.name === 'geburtsdatum'}
          isInvalid={showError}
          isReadOnly={isReadOnly}
          isRequired={required}
          onPick={(day) => !isReadOnly && setValue(day)}
          value={value}
        />
        {customComponents?.AfterInput}
      </div>
      <RenderCustomComponent
        CustomComponent={customComponents?.Description}
        Fallback={<FieldDescription description={admin?.description} path={path} />}
      />
    </div>
  )
}

/** Payload's rule for the field, told whether the field is required. */
function useRequiredValidation({ validate, required }: { validate?: Validate; required?: boolean }) {
  return useCallback<Validate>(
    (value, options) => (validate ? validate(value, { ...options, required }) : true),
    [validate, required],
  )
}

type DayPickerProps = {
  id: string
  value: string | null | undefined
  isReadOnly: boolean
  isRequired?: boolean
  isInvalid: boolean
  isBirthDate: boolean
  onPick: (day: string | null) => void
}

/** Payload's picker, fed and read by calendar days. */
function DayPicker({ id, value, isReadOnly, isRequired, isInvalid, isBirthDate, onPick }: DayPickerProps) {
  const { t } = usePortalText()
  const selected = useMemo(() => (value ? localDateOfDay(value) : undefined), [value])
  const overrides: ComponentProps<typeof DatePicker>['overrides'] = {
    id,
    autoComplete: 'off',
    calendarStartDay: 1,
    dateFormat: ['dd.MM.yyyy', 'd.M.yyyy', 'd.M.yy', 'yyyy-MM-dd'],
    ariaInvalid: isInvalid ? 'true' : undefined,
    ariaRequired: isRequired ? 'true' : undefined,
    onChange: (date: Date | null, event?: PickerEvent) => {
      const day = dayOfChange({ date, event, isBirthDate })
      if (day !== undefined) onPick(day)
    },
  }
  return (
    <DatePicker
      onChange={() => onPick(null)}
      overrides={overrides}
      pickerAppearance="dayOnly"
      placeholder={isReadOnly ? undefined : t('nav:dayPlaceholder')}
      readOnly={isReadOnly}
      value={selected}
    />
  )
}

/** A clicked day counts by its local date, a typed one by its text; `undefined` while the text is no day yet. */
function dayOfChange({
  date,
  event,
  isBirthDate,
}: {
  date: Date | null
  event?: PickerEvent
  isBirthDate: boolean
}): string | null | undefined {
  if (date === null) return null
  if (event?.type !== 'change' || !(event.target instanceof HTMLInputElement)) return dayOfLocalDate(date)
  const typed = readDay({
    text: event.target.value,
    twoDigitYears: isBirthDate ? 'birth' : 'this century',
    today: dayOfLocalDate(new Date()),
  })
  return typed ?? undefined
}
