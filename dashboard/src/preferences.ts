// How a person likes to look at it: kept in this browser, where it may keep anything.
export interface Preferences {
  theme: 'auto' | 'dark' | 'light';
  density: 'auto' | 'comfortable' | 'compact';
  language: string; // '' as the page or the browser says
  temperatureUnit: '' | 'c' | 'f';
  hotkeys: boolean;
  range: string;
  notifyAbout: string[]; // kinds of events that the browser tells
  dismissed: string[]; // hints that were dismissed
  columns: Record<string, string[]>; // hidden columns, by table
}

const KEY = 'mining-dashboard';
const DEFAULTS: Preferences = {
  theme: 'auto',
  density: 'auto',
  language: '',
  temperatureUnit: '',
  hotkeys: true,
  range: '24h',
  notifyAbout: [],
  dismissed: [],
  columns: {},
};

/** As on the first visit. */
export function usual(): Preferences {
  return { ...DEFAULTS };
}

export function loadPreferences(): Preferences {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    const usable = Object.entries(read).filter(
      ([name, value]) => name in DEFAULTS && typeof value === typeof DEFAULTS[name as keyof Preferences],
    );
    return { ...DEFAULTS, ...Object.fromEntries(usable) };
  } catch {
    return usual();
  }
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // a browser that keeps nothing; they hold until the page is closed
  }
}
