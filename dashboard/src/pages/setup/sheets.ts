// All that makes the wizard look as it does.
import { programFactsSheet } from '../../components/program-facts';
import { cardsSheet } from './sheets/cards';
import { frameSheet } from './sheets/frame';
import { poolsSheet } from './sheets/pools';
import { reviewSheet } from './sheets/review';
import { stepsSheet } from './sheets/steps';

export const setupSheets = [programFactsSheet, frameSheet, stepsSheet, cardsSheet, poolsSheet, reviewSheet];
