import { createEngine } from 'xeploai';
import { ask } from '../question.js';
import Live from './live.js';

export const dynamic = 'force-dynamic';

export default async function Page() {
  return <><output id="server">{JSON.stringify(await ask(createEngine))}</output><Live /></>;
}
