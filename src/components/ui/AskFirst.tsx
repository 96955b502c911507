'use client'

import { Button } from '@payloadcms/ui'
import { type ComponentProps, useState } from 'react'
import styles from './AskFirst.module.css'
import { Failure } from './Failure'
import { useSubmit } from './useSubmit'

type AskFirstProps = {
  /** What the button says, and what it is asked then. */
  button: string
  question: string
  yes: string
  no: string
  /** What is done after a yes; why it failed is said below. */
  onYes: () => Promise<void>
} & Pick<ComponentProps<typeof Button>, 'aria-label' | 'size'>

/** A button for what cannot be taken back: it asks once more. */
export function AskFirst({ button, question, yes, no, onYes, ...look }: AskFirstProps) {
  const [isAsking, setIsAsking] = useState(false)
  const { isRunning, failure, submit } = useSubmit(async () => {
    await onYes()
    setIsAsking(false)
  })
  if (!isAsking)
    return (
      <Button {...look} buttonStyle="secondary" margin={false} onClick={() => setIsAsking(true)}>
        {button}
      </Button>
    )
  return (
    <div className={styles.ask}>
      <span role="status">{question}</span>
      <Button disabled={isRunning} margin={false} onClick={() => submit()} size="small">
        {yes}
      </Button>
      <Button buttonStyle="secondary" margin={false} onClick={() => setIsAsking(false)} size="small">
        {no}
      </Button>
      <Failure message={failure} />
    </div>
  )
}
