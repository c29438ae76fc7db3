/** Puts a text in the place of another inside a text area, as if it had been typed: Ctrl+Z takes it back. */
export function replaceIn(area: HTMLTextAreaElement, start: number, end: number, text: string): void {
  const before = area.value;
  area.focus();
  area.setSelectionRange(start, end);
  // Deprecated, and still the only way into the undo history. Firefox before 89 does nothing here.
  document.execCommand(text ? 'insertText' : 'delete', false, text);
  if (area.value !== before || before.slice(start, end) === text) return;
  area.setRangeText(text, start, end, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}
