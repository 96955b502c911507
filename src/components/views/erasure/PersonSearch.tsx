'use client'

import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { SearchOut } from '../../../endpoints/erasures/contract'
import { AnswerForm } from '../../ui/AnswerForm'
import { fetchJson } from '../../ui/fetchJson'
import { TextBox } from '../../ui/TextBox'
import { usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'
import styles from './Erasures.module.css'

const fields = ['fallId', 'kvnr', 'nachname', 'vorname', 'geburtsdatum'] as const

/** What was typed of somebody, without what was left empty. */
export type SoughtPerson = { [field in (typeof fields)[number]]?: string }

/** Looks for somebody by one of their cases or by who they are; `?fall=` brings a Fall-ID along. */
export function PersonSearch({
  onFound,
}: {
  onFound: (answer: SearchOut & { sought: SoughtPerson }) => void
}) {
  const { t } = usePortalText()
  const given = useSearchParams().get('fall') ?? ''
  const [values, setValues] = useState<Required<SoughtPerson>>({
    fallId: given,
    kvnr: '',
    nachname: '',
    vorname: '',
    geburtsdatum: '',
  })
  const submit = useSubmit(
    async () => {
      const typed = fields.filter((field) => values[field].trim() !== '')
      const sought: SoughtPerson = Object.fromEntries(typed.map((field) => [field, values[field].trim()]))
      onFound({ ...(await fetchJson<SearchOut>({ url: '/api/erasures/search', body: sought })), sought })
    },
    (error) => (error.code === 'malformed' ? t('erasure:tooLittle') : error.message),
  )
  const box = (field: (typeof fields)[number]) => (
    <TextBox
      autoComplete="off"
      label={t(`erasure:${field}`)}
      name={field}
      onChange={(value) => setValues((before) => ({ ...before, [field]: value }))}
      type={field === 'geburtsdatum' ? 'date' : 'text'}
      value={values[field]}
    />
  )
  return (
    <AnswerForm button={t('erasure:search')} submit={submit}>
      <div className={styles.fields}>
        {box('fallId')}
        {box('kvnr')}
      </div>
      <div className={styles.fields}>
        {box('nachname')}
        {box('vorname')}
        {box('geburtsdatum')}
      </div>
    </AnswerForm>
  )
}
