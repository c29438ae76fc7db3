import { createRoot } from 'react-dom/client';
import { createEngine } from 'xeploai';
import hd43 from 'xeploai/rulebooks/hd43-2025';
import { Review } from './review.jsx';

const engine = await createEngine({ rulebook: hd43, asOf: '2025-12-31' });
createRoot(document.querySelector('#root')).render(<Review engine={engine} />);
