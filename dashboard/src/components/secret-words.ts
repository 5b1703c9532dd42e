// Whether a text is what no wallet field may hold: a seed phrase, or a private key. It never leaves the browser.

const FEWEST_WORDS = 11; // of a phrase that was not copied whole
const KEY = /^(0x)?[0-9a-fA-F]{64}$/;
const WIF = /^[5KL][1-9A-HJ-NP-Za-km-z]{50,51}$/;
const KEY_LIKE_ADDRESSES = new Set(['IRON']); // its public addresses are 64 hexadecimal digits

export function secretIn(text: string, coin = ''): 'seed' | 'key' | null {
  const words = text.trim().split(/[\s,;]+/).filter(Boolean);
  const isPhrase = words.filter((word) => /^\p{L}{2,}$/u.test(word)).length >= FEWEST_WORDS;
  if (isPhrase) return 'seed';
  const alone = text.trim();
  if (WIF.test(alone)) return 'key';
  return KEY.test(alone) && !KEY_LIKE_ADDRESSES.has(coin.toUpperCase()) ? 'key' : null;
}
