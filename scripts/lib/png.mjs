// Reads PNG pictures as browsers write them (8 bits a channel, not interlaced), to judge and to compare them.
import { inflateSync } from 'node:zlib';

const SIGNATURE = '89504e470d0a1a0a';
const CHANNELS = { 0: 1, 2: 3, 6: 4 };

/**
 * @param {Buffer} file
 * @returns {{ width: number, height: number, channels: number, pixels: Uint8Array }}
 */
export function decodePng(file) {
  if (file.toString('hex', 0, 8) !== SIGNATURE) throw new Error('not a PNG file');
  const parts = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = CHANNELS[file[25]];
  if (file[24] !== 8 || channels === undefined || file[28] !== 0)
    throw new Error('a kind of PNG that is not read here');
  return {
    width,
    height,
    channels,
    pixels: unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels),
  };
}

/** Undoes the prediction that each row was stored with. */
function unfilter(data, rowLength, height, channels) {
  const pixels = new Uint8Array(rowLength * height);
  for (let row = 0; row < height; row++) {
    const from = row * (rowLength + 1);
    const to = row * rowLength;
    for (let i = 0; i < rowLength; i++) {
      const left = i >= channels ? pixels[to + i - channels] : 0;
      const up = row > 0 ? pixels[to + i - rowLength] : 0;
      const upLeft = row > 0 && i >= channels ? pixels[to + i - rowLength - channels] : 0;
      pixels[to + i] = data[from + 1 + i] + predicted(data[from], left, up, upLeft);
    }
  }
  return pixels;
}

function predicted(filter, left, up, upLeft) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const estimate = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value));
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

/** Whether a picture shows nothing: (nearly) all of it has one colour. */
export function isBlank({ pixels, channels }) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return Math.max(...counts.values()) > 0.995 * (pixels.length / channels);
}

/** How much of two pictures differs, from 0 to 1; pictures of different sizes differ wholly. */
export function difference(a, b) {
  if (a.width !== b.width || a.height !== b.height || a.channels !== b.channels) return 1;
  let different = 0;
  for (let at = 0; at < a.pixels.length; at += a.channels) {
    let most = 0;
    for (let channel = 0; channel < a.channels; channel++)
      most = Math.max(most, Math.abs(a.pixels[at + channel] - b.pixels[at + channel]));
    if (most > 8) different++;
  }
  return different / (a.pixels.length / a.channels);
}
