import sharpService from 'astro/assets/services/sharp';

/** A picture of SVG as PNG, `width` pixels wide: drawn by the service that Astro makes pictures smaller with. */
export async function drawPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const config = { service: { entrypoint: '', config: {} }, dangerouslyProcessSVG: true };
  const transform = { src: '', format: 'png', width };
  // The service asks for all of Astro's configuration of images, and reads these two.
  const drawn = await sharpService.transform(Buffer.from(svg), transform, config as never, console as never);
  return new Uint8Array(drawn.data);
}
