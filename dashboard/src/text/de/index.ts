// The German catalogue.
import type { Catalogue } from '../en';
import type { Messages } from '..';
import { common } from './common';
import { overview } from './overview';

export const de: Catalogue = { common, overview };
export const messages: Messages = {};
