import config from '@payload-config'
import { getPayload } from 'payload'
import { ConfirmForm } from '@/components/public/ConfirmForm'
import { publicLanguage } from '../publicLanguage'

type Props = { searchParams: Promise<{ token?: string | string[] }> }

/** `/bestaetigen?token=…`: where the mail to someone who registered leads. Nothing happens until the form is sent. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { token } = await searchParams
  const { admin, routes } = (await getPayload({ config })).config
  return (
    <ConfirmForm
      language={await publicLanguage()}
      signInUrl={`${routes.admin}${admin.routes.login}`}
      token={typeof token === 'string' && token !== '' ? token : null}
    />
  )
}
