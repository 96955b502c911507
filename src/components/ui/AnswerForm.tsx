'use client'

import { Button } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import styles from './AnswerForm.module.css'
import { Failure } from './Failure'
import type { Submit } from './useSubmit'

/** A short form: its lines, why it failed, one button that sends it, and what stands beside that. */
export function AnswerForm({
  submit: { isRunning, failure, submit },
  button,
  isDisabled = false,
  beside,
  children,
}: {
  submit: Submit
  button: string
  /** Something is missing before it can be sent. */
  isDisabled?: boolean
  beside?: ReactNode
  children: ReactNode
}) {
  return (
    <form className={styles.form} method="post" onSubmit={submit}>
      {children}
      <Failure message={failure} />
      <div className={styles.buttons}>
        <Button disabled={isRunning || isDisabled} margin={false} type="submit">
          {button}
        </Button>
        {beside}
      </div>
    </form>
  )
}
