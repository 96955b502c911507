import type { Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'

/** What is in the page's picture for the authenticator app, as a telephone would read it. */
export async function readPicture(page: Page): Promise<string> {
  const image = await page.locator('img[alt^="QR"]').evaluate((node: HTMLImageElement) => {
    const canvas = document.createElement('canvas')
    canvas.width = node.naturalWidth
    canvas.height = node.naturalHeight
    const drawing = canvas.getContext('2d')
    drawing?.drawImage(node, 0, 0)
    const { width, height } = canvas
    return { width, height, data: [...(drawing?.getImageData(0, 0, width, height).data ?? [])] }
  })
  return decodeQR({ ...image, data: Uint8ClampedArray.from(image.data) })
}
