'use client'

import { Button } from '@payloadcms/ui'
import { caseFields, fallgruppen } from '../../../domain/cases/caseFields'
import { focusOnMount } from '../../ui/focusOnMount'
import { formatDay } from '../../ui/formatDay'
import { usePortalText } from '../../ui/usePortalText'
import styles from './CodingQueue.module.css'
import { chooseTherapy, codingFlags, toggleFlag } from './coding'
import type { CodingWork } from './useCodingWork'

/** The current case with what an admin reads, and the choices; every choice shows its key. */
export function CodingForm({ work }: { work: CodingWork }) {
  const { t } = usePortalText()
  const { current: found, coding, choose } = work
  if (!found) return null
  return (
    <section className={styles.case}>
      <CaseText found={found} />
      <div className={styles.choices}>
        <Choices
          chosen={coding.gutachtenTyp}
          legend={t('coding:type')}
          name="gutachtenTyp"
          onChoose={(gutachtenTyp) => choose({ ...coding, gutachtenTyp })}
          options={[
            { value: 'bestaetigung', key: 'B', label: t('coding:bestaetigung') },
            { value: 'alternative', key: 'A', label: t('coding:alternative') },
          ]}
        />
        <Choices
          chosen={coding.therapieaenderung}
          legend={t('coding:therapy')}
          name="therapieaenderung"
          onChoose={(value) => choose(chooseTherapy(coding, value))}
          options={[
            { value: 'ja', key: 'J', label: t('coding:ja') },
            { value: 'nein', key: 'N', label: t('coding:nein') },
          ]}
        />
        <Flags work={work} />
      </div>
      <Button margin={false} onClick={() => void work.save()}>
        {t('coding:save')}
      </Button>
    </section>
  )
}

function CaseText({ found }: { found: NonNullable<CodingWork['current']> }) {
  const { t, language } = usePortalText()
  const group = fallgruppen[found.fallgruppe as keyof typeof fallgruppen]?.[language] ?? found.fallgruppe
  const facts = [group, t('coding:week', { kw: found.kw, jahr: found.jahr }), formatDay(found.datum)]
  if (found.gutachtenAm) facts.push(t('coding:opinionOn', { day: formatDay(found.gutachtenAm) }))
  return (
    <>
      <h2 className={styles.name} ref={focusOnMount} tabIndex={-1}>
        {[found.nachname, found.vorname].filter(Boolean).join(', ')}
      </h2>
      <p className={styles.facts}>{[found.fallId, ...facts].join(' · ')}</p>
      <dl className={styles.texts}>
        <dt>{t('coding:summary')}</dt>
        <dd>{found.kurzbeschreibung ?? t('coding:none')}</dd>
        <dt>{t('coding:question')}</dt>
        <dd>{found.fragestellung ?? t('coding:none')}</dd>
        <dt>{t('coding:icd')}</dt>
        <dd>{found.icd ?? t('coding:none')}</dd>
      </dl>
    </>
  )
}

function Choices<Value extends string>({
  legend,
  name,
  options,
  chosen,
  onChoose,
}: {
  legend: string
  name: string
  options: { value: Value; key: string; label: string }[]
  chosen: Value | null
  onChoose: (value: Value) => void
}) {
  return (
    <fieldset className={styles.field}>
      <legend>{legend}</legend>
      {options.map(({ value, key, label }) => (
        <label className={styles.choice} key={value}>
          <input checked={chosen === value} name={name} onChange={() => onChoose(value)} type="radio" />
          <kbd>{key}</kbd> {label}
        </label>
      ))}
    </fieldset>
  )
}

function Flags({ work: { coding, choose } }: { work: CodingWork }) {
  const { t, language } = usePortalText()
  return (
    <fieldset className={styles.field} disabled={coding.therapieaenderung !== 'ja'}>
      <legend>{t('coding:flags')}</legend>
      {codingFlags.map((flag, index) => (
        <label className={styles.choice} key={flag}>
          <input checked={coding[flag]} onChange={() => choose(toggleFlag(coding, flag))} type="checkbox" />
          <kbd>{index + 1}</kbd> {caseFields[flag][language]}
        </label>
      ))}
    </fieldset>
  )
}
