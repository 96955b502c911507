import { redirect } from 'next/navigation'

/** The portal begins in the panel. */
export default function StartPage(): never {
  redirect('/admin')
}
