'use client'

import { type RefObject, useEffect, useState } from 'react'

/** Whether an element has once been seen of the page, be it its edge. */
export function useHasBeenSeen(element: RefObject<HTMLElement | null>): boolean {
  const [hasBeenSeen, setHasBeenSeen] = useState(false)
  useEffect(() => {
    if (!element.current || hasBeenSeen) return
    const observer = new IntersectionObserver((entries) =>
      setHasBeenSeen(entries.some(({ isIntersecting }) => isIntersecting)),
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, hasBeenSeen])
  return hasBeenSeen
}
