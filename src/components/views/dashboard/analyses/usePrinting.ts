'use client'

import { useCallback, useEffect } from 'react'

/**
 * Prints the analyses alone, on one page (`data-print` on the root, see the style sheets). Whatever is printed is
 * printed light: paper is white, and browsers leave dark grounds out.
 */
export function usePrinting(): () => void {
  useEffect(() => {
    const root = document.documentElement
    let theme: string | undefined
    const before = () => {
      theme = root.dataset.theme
      root.dataset.theme = 'light'
    }
    const after = () => {
      if (theme) root.dataset.theme = theme
      delete root.dataset.print
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return useCallback(() => {
    document.documentElement.dataset.print = 'analyses'
    window.print()
  }, [])
}
