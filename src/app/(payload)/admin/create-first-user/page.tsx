import { MinimalTemplate } from '@payloadcms/next/templates'
import { NoAdminYet } from '@/components/views/signIn/NoAdminYet'

/** In the place of Payload's page, where anybody could make themselves the first admin. */
export default function CreateFirstUserPage() {
  return (
    <MinimalTemplate>
      <NoAdminYet />
    </MinimalTemplate>
  )
}
