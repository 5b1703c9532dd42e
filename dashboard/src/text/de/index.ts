// The German catalogue.
import type { Catalogue } from '../en';
import { chart } from './chart';
import { common } from './common';
import { console } from './console';
import { miners } from './miners';
import { overview } from './overview';

export const de: Catalogue = { chart, common, console, miners, overview };
export { messages } from './messages';
