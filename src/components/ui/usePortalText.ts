'use client'

import { useTranslation } from '@payloadcms/ui'
import type { Language } from '../../domain/language'

/** Translates a key of the panel or of the portal, `t('dashboard:title')`, and fills its `{{name}}`s. */
export type PortalTranslate = (key: string, variables?: Record<string, string | number>) => string

/** The panel's translations, open to the portal's own keys, and the language they are in. */
export function usePortalText(): { t: PortalTranslate; language: Language } {
  const { t, i18n } = useTranslation<object, string>()
  return { t, language: i18n.language === 'en' ? 'en' : 'de' }
}
