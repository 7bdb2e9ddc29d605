import './shell/frame.js';
import { identify } from './data/session.js';
import { start } from './data/live.js';
import { readPlans } from './data/plans.js';
import { followLinks } from './shell/links.js';

followLinks();
start();
identify();
readPlans();
