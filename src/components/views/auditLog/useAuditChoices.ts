'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { auditedTypes } from '../../../endpoints/auditLog/contract'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'

type Choice = { value: string; label: string }
type Users = { docs: { id: string; username: string }[] }

/** Whom and what entries may be of, by name. */
export function useAuditChoices(): { users: Choice[]; types: Choice[] } {
  const { t } = usePortalText()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const path = '/api/users?limit=1000&depth=0&sort=username&select[username]=true'
  const { data } = useResource<Users>(path)
  const users = (data?.docs ?? []).map(({ id, username }) => ({ value: id, label: username }))
  const labelOf = (type: string): string => {
    if (type === 'files') return t('audit:file')
    const collection = config.collections.find(({ slug }) => slug === type)
    const label = collection?.labels.singular ?? config.globals.find(({ slug }) => slug === type)?.label
    return label ? getTranslation(label, i18n) : t('audit:log')
  }
  return {
    users: [{ value: 'none', label: t('audit:nobody') }, ...users],
    types: auditedTypes.map((value) => ({ value, label: labelOf(value) })),
  }
}
