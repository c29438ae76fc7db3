/** Numbered progress lines: `[2/6] wasm-pack 0.15.1: already here.` */
export function counter(total) {
  let done = 0;
  return (text, { numbered = true } = {}) => {
    if (numbered) done += 1;
    console.log(numbered ? `[${done}/${total}] ${text}` : `      ${text}`);
  };
}
