/** Shows an answer, or what went wrong instead, where the test looks for it. */
export function show(answer) {
  answer.catch((error) => ({ error: error.message, help: error.help })).then((text) => {
    document.querySelector('output').textContent = JSON.stringify(text);
  });
}
