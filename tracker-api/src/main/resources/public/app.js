import './shell/frame.js';
import { identify } from './data/session.js';
import { start } from './data/live.js';
import { startPlans } from './data/plans.js';
import { start as startSending } from './outbox/outbox.js';
// What a Resource shows while there is nothing, and instead of it.
import './parts/problem.js';
import './parts/waiting.js';
import { followLinks } from './shell/links.js';

followLinks();
start();
startSending();
identify();
startPlans();
