import type { AdminViewServerProps } from 'payload'
import { erasureTexts } from '../translations/erasureTexts'
import { Erasures } from './erasure/Erasures'
import { PortalPage } from './PortalPage'

/** `/admin/loeschung`: erasing a person, what the retention periods erase, and what was erased; admins only. */
export function ErasureView(props: AdminViewServerProps) {
  const texts = props.i18n.language === 'en' ? erasureTexts.en : erasureTexts.de
  return (
    <PortalPage {...props} title={texts.title} view="erasure">
      <Erasures />
    </PortalPage>
  )
}
