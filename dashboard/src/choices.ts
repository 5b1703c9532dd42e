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
