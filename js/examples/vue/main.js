import { createApp } from 'vue';
import { createEngine } from 'xeploai';
import hd43 from 'xeploai/rulebooks/hd43-2025';
import Review from './Review.vue';

const engine = await createEngine({ rulebook: hd43, asOf: '2025-12-31' });
createApp(Review, { engine }).mount('#root');
