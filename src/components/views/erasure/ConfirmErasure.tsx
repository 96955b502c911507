'use client'

import { useState } from 'react'
import type { FoundCase, SearchOut } from '../../../endpoints/erasures/contract'
import { AnswerForm } from '../../ui/AnswerForm'
import { fetchJson } from '../../ui/fetchJson'
import { formatDay } from '../../ui/formatDay'
import { Aside, RowTable } from '../../ui/RowTable'
import { TextBox } from '../../ui/TextBox'
import { usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'
import styles from './Erasures.module.css'
import type { SoughtPerson } from './PersonSearch'

/** The cases of somebody with which to erase, those that are certainly theirs chosen, and the last question. */
export function ConfirmErasure({
  found: { cases, totalDocs },
  sought,
  onDone,
}: {
  found: SearchOut
  sought: SoughtPerson
  onDone: () => void
}) {
  const { t } = usePortalText()
  const certain = cases.filter(({ likeness }) => likeness === 'certain').map(({ id }) => id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(certain))
  const [reference, setReference] = useState('')
  const [isSure, setIsSure] = useState(false)
  const person = personOf(sought)
  const submit = useSubmit(async () => {
    const body = { caseIds: [...chosen], person, reference: reference.trim() || undefined }
    await fetchJson({ url: '/api/erasures', body })
    onDone()
  })
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((other) => other !== id)))
  if (cases.length === 0 && !person)
    return (
      <div className={styles.found}>
        <p role="status">{t('erasure:noCases')}</p>
      </div>
    )
  return (
    <div className={styles.found}>
      <p role="status">
        {cases.length === 0 ? t('erasure:noCasesLeft') : t('erasure:found', { count: totalDocs })}
      </p>
      {cases.length > 0 && (
        <RowTable titles={['chosen', 'fallId', 'who', 'case'].map((title) => t(`erasure:${title}`))}>
          {cases.map((one) => (
            <CaseRow found={one} isChosen={chosen.has(one.id)} key={one.id} onChoose={choose} />
          ))}
        </RowTable>
      )}
      <AnswerForm
        button={cases.length === 0 ? t('erasure:eraseRest') : t('erasure:erase', { count: chosen.size })}
        isDisabled={!isSure || (chosen.size === 0 && !person)}
        submit={submit}
      >
        <TextBox
          autoComplete="off"
          label={t('erasure:reference')}
          maxLength={200}
          onChange={setReference}
          value={reference}
        />
        <label className={styles.check}>
          <input checked={isSure} onChange={(event) => setIsSure(event.target.checked)} type="checkbox" />
          {t('erasure:sure')}
        </label>
      </AnswerForm>
    </div>
  )
}

function CaseRow({
  found: { id, fallId, nachname, vorname, geburtsdatum, kvnr, datum, fallgruppe, likeness },
  isChosen,
  onChoose,
}: {
  found: FoundCase
  isChosen: boolean
  onChoose: (id: string, isChosen: boolean) => void
}) {
  const { t } = usePortalText()
  return (
    <tr data-likeness={likeness}>
      <td data-label={t('erasure:chosen')}>
        <input
          aria-label={t('erasure:choose', { fallId })}
          checked={isChosen}
          onChange={(event) => onChoose(id, event.target.checked)}
          type="checkbox"
        />
      </td>
      <td data-label={t('erasure:fallId')}>
        {fallId}
        <Aside>{t(`erasure:${likeness}`)}</Aside>
      </td>
      <td data-label={t('erasure:who')}>
        {[nachname, vorname].filter(Boolean).join(', ')}
        <Aside>{[formatDay(geburtsdatum), kvnr].filter(Boolean).join(' · ')}</Aside>
      </td>
      <td data-label={t('erasure:case')}>
        {t(`dashboard:fallgruppe_${fallgruppe}`)}
        <Aside>{formatDay(datum)}</Aside>
      </td>
    </tr>
  )
}

/** What certainly tells somebody from others, so that rows and entries without a case are found too. */
function personOf({ fallId: _, ...person }: SoughtPerson): Omit<SoughtPerson, 'fallId'> | undefined {
  const { kvnr, nachname, vorname, geburtsdatum } = person
  return kvnr || (nachname && vorname && geburtsdatum) ? person : undefined
}
