/**
 * Makes what stands in `old` equal to `fresh`, touching only what differs: an untouched node keeps focus, selection, its
 * place for a screen reader, and a `<details>` stays as the reader left it.
 */
export function morph(old: Node, fresh: Node): void {
  let at = old.firstChild;
  for (let next = fresh.firstChild; next; ) {
    const wanted = next;
    next = next.nextSibling;
    const key = keyOf(wanted);
    while (at && keyOf(at) !== key && !keyed(wanted, keyOf(at))) at = remove(at);
    const same = at && keyOf(at) === key ? at : key === null ? null : keyed(at, key);
    if (!same || same.nodeName !== wanted.nodeName) {
      old.insertBefore(wanted, at);
      if (same && same === at) at = remove(at);
      continue;
    }
    if (same === at) at = at.nextSibling;
    else old.insertBefore(same, at);
    update(same, wanted);
  }
  while (at) at = remove(at);
}

function update(old: Node, fresh: Node): void {
  if (!(old instanceof Element)) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  const [before, after] = [old.attributes, (fresh as Element).attributes];
  for (let at = before.length - 1; at >= 0; at--) {
    const { name } = before[at] as Attr;
    if (name !== 'open' && !(fresh as Element).hasAttribute(name)) old.removeAttribute(name);
  }
  for (let at = 0; at < after.length; at++) {
    const { name, value } = after[at] as Attr;
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  morph(old, fresh);
}

/** Its `data-key`, else what kind of thing it is: of those of one kind the first is taken for the first. Texts have none. */
function keyOf(node: Node): string | null {
  return node instanceof Element ? node.getAttribute('data-key') || node.classList[0] || node.nodeName : null;
}

/** The first of `from` and its following siblings with this key. */
function keyed(from: Node | null, key: string | null): Node | null {
  if (key === null) return null;
  for (let at = from; at; at = at.nextSibling) if (keyOf(at) === key) return at;
  return null;
}

function remove(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}
