// Numbers and times as people read them. Pure; the language decides separators, a missing value is always "—".

export const NONE = '—';
const THIN = '\u202f';
const HASHRATE = ['H/s', 'kH/s', 'MH/s', 'GH/s', 'TH/s', 'PH/s'];
const PLAIN = ['', 'k', 'M', 'G', 'T', 'P'];

export interface Quantity {
  value: string;
  unit: string;
}

export interface Numbers {
  /** H/s → 4 significant digits and the unit. */
  hashrate(value: number | null | undefined): Quantity;
  /** H/s, all on one unit: for an axis. */
  onOneUnit(greatest: number): { divisor: number; unit: string };
  count(value: number | null | undefined): string;
  percent(value: number | null | undefined, digits?: number): string;
  /** Accepted of all, cut and never rounded up: 100 % only where none was rejected. */
  acceptedShare(accepted: number, rejected: number): string;
  /** Rejected of all: 0 only where none was rejected. */
  rejectedShare(accepted: number, rejected: number): string;
  decimal(value: number | null | undefined, digits: number): string;
  difficulty(value: number | null | undefined): string;
  temperature(celsius: number | null | undefined): Quantity;
  power(watts: number | null | undefined): Quantity;
  /** Wh, with the three digits of power. */
  energy(wattHours: number | null | undefined): Quantity;
  /** H/s for each watt; "—" where one of both is missing. */
  efficiency(hashrate: number | null | undefined, watts: number | null | undefined): Quantity;
  ping(ms: number | null | undefined): string;
  bytes(value: number | null | undefined): string;
  /** Seconds as the two largest units. */
  duration(seconds: number | null | undefined): string;
  /** How long ago, then the date. */
  ago(at: string | number | null | undefined, now?: number): string;
  time(at: string | number): string;
  /** The time of day alone. */
  clock(at: string | number): string;
  /** The day alone, such as 21 Nov. */
  day(at: string | number): string;
  /** Day of the week, day and time of day; with seconds where they count. */
  moment(at: string | number, seconds?: boolean): string;
  /** How far the clock here is before UTC then, in s. */
  zone(at: number): number;
  /** To the second and of even width, as in a log. */
  second(at: string | number): string;
  dateTime(at: string | number): string;
}

export interface Words {
  never: string;
  ago(span: string): string;
  justNow: string;
}

export interface Locale {
  language: string;
  timeZone?: string | undefined;
  temperatureUnit: 'c' | 'f';
  words: Words;
}

// By Intl, which rounds the decimal that is written; toPrecision rounds the binary below it, so that 99.995 is 99.99.
const SIGNIFICANT = [3, 4].map((digits) => new Intl.NumberFormat('en', { maximumSignificantDigits: digits, useGrouping: false }));

function rounded(value: number, digits: 3 | 4): number {
  const near = Number(value.toPrecision(digits));
  const last = 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits); // what one more in the last digit is worth
  const isHalf = Math.abs(Math.abs(value - near) / last - 0.5) < 1e-6; // only there they differ, and Intl is slow
  return isHalf ? Number(SIGNIFICANT[digits - 3]!.format(value)) : near;
}

/** Rounded to so many significant digits, and the index of the unit: 999.95 is already the next one. */
function scaled(value: number, digits: 3 | 4 = 4): [number, number] {
  let size = 0;
  let rest = rounded(value, digits);
  while (Math.abs(rest) >= 1000 && size < HASHRATE.length - 1) {
    size++;
    rest = rounded(value / 1000 ** size, digits);
  }
  return [rest, size];
}

export function numbers({ language, timeZone, temperatureUnit, words }: Locale): Numbers {
  const zone = timeZone ? { timeZone } : {};
  const digits = (minimum: number, maximum = minimum) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: minimum, maximumFractionDigits: maximum, useGrouping: false });
  const fixed = [0, 1, 2, 3].map((each) => digits(each));
  const point = fixed[1]!.format(0.5).slice(1, -1);
  const hasPlainDigits = fixed[0]!.format(1234567890) === '1234567890';
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', ...zone });
  const second = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', ...zone });
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...zone });
  const clockWithSeconds = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', ...zone });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'short', ...zone });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', ...zone });
  const parts = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23', ...zone }); // prettier-ignore
  const dateAndTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', ...zone });

  /** A rounded number with so many digits in all; Intl would write the same, at length. */
  const spelled = (value: number, all: 3 | 4) => {
    const before = Math.floor(Math.log10(Math.max(Math.abs(value), 1))) + 1;
    const places = Math.max(0, all - before);
    return hasPlainDigits ? value.toFixed(places).replace('.', point) : fixed[places]!.format(value);
  };
  /** With so many places; where nothing is to be rounded, Intl would write the same, at length. A minus is another one in each language. */
  const written = (value: number, places: number) => {
    const isRound = hasPlainDigits && value >= 0 && Number(value.toFixed(places)) === value;
    return isRound ? value.toFixed(places).replace('.', point) : fixed[places]!.format(value);
  };
  const watts = (value: number, unit: string): Quantity => {
    if (Math.round(value) < 1000) return { value: fixed[0]!.format(value), unit };
    const [rest, size] = scaled(value, 3);
    return { value: spelled(rest, 3), unit: `${PLAIN[size]}${unit}` };
  };
  const whole = (value: number) => (hasPlainDigits && Number.isSafeInteger(value) ? String(value) : fixed[0]!.format(value));
  const grouped = (value: number) => whole(value).replace(/\B(?=(\d{3})+$)/g, THIN);

  const made: Numbers = {
    hashrate(value) {
      if (value === null || value === undefined) return { value: NONE, unit: '' };
      const [rest, size] = scaled(value);
      return { value: value === 0 ? '0' : spelled(rest, 4), unit: HASHRATE[size]! };
    },
    onOneUnit(greatest) {
      const [, size] = scaled(greatest);
      return { divisor: 1000 ** size, unit: HASHRATE[size]! };
    },
    count: (value) => (value === null || value === undefined ? NONE : grouped(value)),
    percent: (value, places = 0) => (value === null || value === undefined ? NONE : `${written(value, places)}${THIN}%`),
    acceptedShare(accepted, rejected) {
      const all = accepted + rejected;
      if (!all) return NONE;
      return rejected ? made.percent(Math.floor((accepted * 1000) / all) / 10, 1) : made.percent(100);
    },
    rejectedShare(accepted, rejected) {
      const all = accepted + rejected;
      if (!all) return NONE;
      if (!rejected) return made.percent(0);
      return rejected / all < 0.001 ? `< ${made.percent(0.1, 1)}` : made.percent((rejected / all) * 100, 1);
    },
    decimal: (value, places) => (value === null || value === undefined ? NONE : fixed[places]!.format(value)),
    difficulty(value) {
      if (value === null || value === undefined) return NONE;
      const [rest, size] = scaled(value);
      return `${size ? spelled(rest, 4) : grouped(Math.round(value))}${PLAIN[size] ? THIN + PLAIN[size] : ''}`;
    },
    temperature(celsius) {
      if (celsius === null || celsius === undefined) return { value: NONE, unit: '' };
      const shown = temperatureUnit === 'f' ? celsius * 1.8 + 32 : celsius;
      return { value: fixed[0]!.format(shown), unit: temperatureUnit === 'f' ? '°F' : '°C' };
    },
    power: (value) => (value === null || value === undefined ? { value: NONE, unit: '' } : watts(value, 'W')),
    energy: (value) => (value === null || value === undefined ? { value: NONE, unit: '' } : watts(value, 'Wh')),
    efficiency(hashrate, power) {
      if (hashrate === null || hashrate === undefined || !power) return { value: NONE, unit: '' };
      const [rest, size] = scaled(hashrate / power, 3);
      return { value: spelled(rest, 3), unit: HASHRATE[size]!.replace('/s', '/W') };
    },
    ping: (ms) => (ms === null || ms === undefined ? NONE : ms === 0 ? `< 1${THIN}ms` : `${grouped(ms)}${THIN}ms`),
    bytes(value) {
      if (value === null || value === undefined) return NONE;
      const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
      let size = 0;
      let rest = value;
      while (rest >= 1024 && size < units.length - 1) {
        rest /= 1024;
        size++;
      }
      return `${fixed[size && rest < 100 && rest % 1 ? 1 : 0]!.format(rest)}${THIN}${units[size]}`;
    },
    duration(seconds) {
      if (seconds === null || seconds === undefined) return NONE;
      const left = Math.max(0, Math.floor(seconds));
      const unit = (value: number, name: string) => `${grouped(value)}${THIN}${name}`;
      if (left < 60) return unit(left, 's');
      if (left < 3600) return unit(Math.floor(left / 60), 'min');
      if (left < 86_400) return `${unit(Math.floor(left / 3600), 'h')} ${unit(Math.floor((left % 3600) / 60), 'min')}`;
      const days = Math.floor(left / 86_400);
      return days >= 100 ? unit(days, 'd') : `${unit(days, 'd')} ${unit(Math.floor((left % 86_400) / 3600), 'h')}`;
    },
    ago(at, now = Date.now()) {
      if (at === null || at === undefined) return words.never;
      const time = new Date(at).getTime();
      const seconds = Math.floor((now - time) / 1000);
      if (seconds < 0) return words.justNow;
      if (seconds < 86_400) {
        const span = seconds < 60 ? `${seconds}${THIN}s` : seconds < 3600 ? `${Math.floor(seconds / 60)}${THIN}min` : `${Math.floor(seconds / 3600)}${THIN}h`;
        return words.ago(span);
      }
      return `${day.format(time)}, ${clock.format(time)}`;
    },
    time: (at) => {
      const then = new Date(at);
      return date.format(then) === date.format(Date.now()) ? clock.format(then) : `${day.format(then)}, ${clock.format(then)}`;
    },
    clock: (at) => clock.format(new Date(at)),
    day: (at) => day.format(new Date(at)),
    moment: (at, seconds = false) => {
      const then = new Date(at);
      return `${weekday.format(then)}, ${(seconds ? clockWithSeconds : clock).format(then)}`;
    },
    zone(at) {
      const [month, dayOfMonth, year, hour, minute, second] = parts.formatToParts(at).filter(({ type }) => type !== 'literal').map(({ value }) => Number(value)); // prettier-ignore
      return Math.round((Date.UTC(year!, month! - 1, dayOfMonth, hour, minute, second) - at) / 1000);
    },
    second: (at) => second.format(new Date(at)),
    dateTime: (at) => dateAndTime.format(new Date(at)),
  };
  return made;
}

/** First 6 … last 6 signs of an address, as it is recognised. */
export function shortAddress(address: string): string {
  return address.length > 16 ? `${address.slice(0, 6)}…${address.slice(-6)}` : address;
}
