'use client'

import { useEffect, useState } from 'react'
import type { ErasureListOut } from '../../../endpoints/erasures/contract'
import { useResource } from '../../ui/useResource'
import { ErasePerson } from './ErasePerson'
import { ErasureList } from './ErasureList'
import styles from './Erasures.module.css'
import { Retention } from './Retention'

const pollMs = 2_000

/** Erasing a person, the retention periods, and the erasures so far, which are followed until they are done. */
export function Erasures() {
  const [page, setPage] = useState(1)
  const list = useResource<ErasureListOut>(`/api/erasures/list?page=${page}`)
  const { data, reload } = list
  const isRunning = data?.docs.some(({ status }) => status === 'running') ?? false
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(reload, pollMs)
    return () => clearInterval(timer)
  }, [isRunning, reload])
  return (
    <div className={styles.sections}>
      <ErasePerson onAsked={reload} />
      <Retention isRunning={isRunning} onAsked={reload} />
      <ErasureList list={list} onTurn={setPage} page={page} />
    </div>
  )
}
