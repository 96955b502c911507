import type { AdminViewServerProps } from 'payload'
import { importTexts } from '../translations/importTexts'
import { ImportPage } from './importFile/ImportPage'
import { PortalPage } from './PortalPage'

/** `/admin/import` and `/admin/import/:id`: drop a file, look at its plan, apply it; DAK staff the ICD template only. */
export function ImportView(props: AdminViewServerProps) {
  const texts = props.i18n.language === 'en' ? importTexts.en : importTexts.de
  return (
    <PortalPage {...props} title={texts.title} view="importFile">
      <ImportPage />
    </PortalPage>
  )
}
