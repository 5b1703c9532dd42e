// The pages, each loaded when it is first opened; each defines one element and says its name.
export const pages = {
  overview: () => import('./overview').then((page) => page.TAG),
  miners: () => import('./miners').then((page) => page.TAG),
  profiles: () => import('./profiles').then((page) => page.TAG),
  setup: () => import('./setup').then((page) => page.TAG),
  statistics: () => import('./statistics').then((page) => page.TAG),
  pools: () => import('./pools').then((page) => page.TAG),
  admin: () => import('./admin').then((page) => page.TAG),
  settings: () => import('./settings').then((page) => page.TAG),
};

export type PageName = keyof typeof pages;
