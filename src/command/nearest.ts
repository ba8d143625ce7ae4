export { nearest } from '../diagnostics/nearest.js';
