'use client';
import { useEffect, useState } from 'react';
import { createEngine } from 'xeploai';
import { ask } from '../question.js';

export default function Live() {
  const [answer, setAnswer] = useState(null);
  useEffect(() => {
    ask(createEngine).then(setAnswer);
  }, []);
  return <output id="client">{answer && JSON.stringify(answer)}</output>;
}
