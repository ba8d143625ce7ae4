import { codecTarget } from '../codec-target.js';

export default codecTarget('thrift');
