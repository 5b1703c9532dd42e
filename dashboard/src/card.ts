// Which graphics card is which: by its place on the PCI bus, which lasts, else by the number that the program gives it.
import type { Miner, Schemas } from './api/client';
import type { App } from './app';

type Gpu = Schemas['Gpu'];
type CardUsual = Schemas['CardUsual'];

export function cardOf({ busId, id }: Gpu): string {
  return busId ?? String(id);
}

export function cardName({ id, name }: Gpu): string {
  return name ?? `GPU ${id}`;
}

/** The card of that place or number that the miner uses now. */
export function cardNamed(miner: Miner | undefined, card: string): Gpu | undefined {
  return miner?.stats.gpu.find((each) => cardOf(each) === card);
}

/** The middle of what is usual for a card; null where it is not known. */
export function cardBand(app: App, miner: string, card: string, algorithm: string): { low: number; high: number } | null {
  const { low = null, high = null } = usualOfCard(app, miner, card, algorithm) ?? {};
  return low !== null && high !== null ? { low, high } : null;
}

/** What is usual for a card at an algorithm; undefined where nothing is known of it. */
export function usualOfCard(app: App, miner: string, card: string, algorithm: string | null): CardUsual | undefined {
  const usual = app.store.usual.get(miner);
  return usual?.algorithm === algorithm ? usual?.cards.find((each) => each.card === card) : undefined;
}
