import type { AdminViewServerProps } from 'payload'
import { codingTexts } from '../translations/codingTexts'
import { CodingQueue } from './codingQueue/CodingQueue'
import { PortalPage } from './PortalPage'

/** `/admin/codierung`: the opinions that wait to be coded; admins only. */
export function CodingQueueView(props: AdminViewServerProps) {
  const texts = props.i18n.language === 'en' ? codingTexts.en : codingTexts.de
  return (
    <PortalPage {...props} title={texts.title} view="codingQueue">
      <CodingQueue />
    </PortalPage>
  )
}
