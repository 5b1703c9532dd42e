// What there is to choose from: programs, coins, pools. Each is left empty where it cannot be had.
import { asked } from './api/client';
import type { App } from './app';
import type { Choices } from './components/config-editor';

export async function loadChoices(app: App): Promise<Choices> {
  const all = { params: { query: { limit: 1000 } } };
  const [types, coins, pools] = await Promise.allSettled([
    asked(app.http.GET('/miners/available', all)),
    asked(app.http.GET('/coins', all)),
    asked(app.http.GET('/pools', all)),
  ]);
  return {
    types: types.status === 'fulfilled' ? types.value.items : [],
    coins: coins.status === 'fulfilled' ? coins.value.items : [],
    pools: pools.status === 'fulfilled' ? pools.value.items : [],
  };
}

/** The program that a new profile begins with: XMRig, else one that does not only pretend. */
export function usualType({ types }: Choices): string {
  const usable = types.filter((each) => !each.broken);
  return (usable.find((each) => each.type === 'xmrig') ?? usable.find((each) => !each.simulated) ?? usable[0])?.type ?? '';
}
