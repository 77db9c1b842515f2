/** What is said around a page report, in the views and on the page. */
import { texts } from './messages';

export const reportWords = texts('report');
