import { MinimalTemplate } from '@payloadcms/next/templates'
import { ResetPassword } from '@/components/views/signIn/ResetPassword'

/** In the place of Payload's page, which has no line for the code of a second factor; mails lead here. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  return (
    <MinimalTemplate className="reset-password">
      <ResetPassword token={token} />
    </MinimalTemplate>
  )
}
