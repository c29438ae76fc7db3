/**
 * What ASP.NET makes of js/examples/webforms/Review.aspx, as far as that page goes: names and ids below a master page, the hidden fields, and partial
 * postbacks in the format of its ScriptManager. There is no ASP.NET for these tests to run.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { js } from '../../js/tools/paths.mjs';

const SOURCE = readFileSync(path.join(js, 'examples', 'webforms', 'Review.aspx'), 'utf8');
const PANEL = /<asp:UpdatePanel ID="(\w+)"[^>]*>\s*<ContentTemplate>([\s\S]*?)<\/ContentTemplate>\s*<\/asp:UpdatePanel>/;

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const nameOf = (id) => `ctl00$Main$${id}`;

function controls(markup, values) {
  return markup
    .replace(/<asp:TextBox ID="(\w+)" runat="server" \/>/g, (_, id) => `<input name="${nameOf(id)}" type="text" id="Main_${id}" value="${escaped(values[nameOf(id)] ?? '')}" />`)
    .replace(/<asp:Label runat="server" AssociatedControlID="(\w+)" Text="([^"]*)" \/>/g, '<label for="Main_$1">$2</label>')
    .replace(/<asp:Button ID="(\w+)" runat="server" Text="([^"]*)" \/>/g, (_, id, text) => `<input type="submit" name="${nameOf(id)}" value="${text}" id="Main_${id}" />`)
    .replace(/<asp:LinkButton ID="(\w+)" runat="server" Text="([^"]*)" OnClientClick="([^"]*)" \/>/g,
      (_, id, text, first) => `<a onclick="${first}" id="Main_${id}" href="javascript:__doPostBack(&#39;${nameOf(id)}&#39;,&#39;&#39;)">${text}</a>`);
}

const panel = (values) => controls(SOURCE.match(PANEL)[2], values);

export function wholePage(values, state) {
  const content = SOURCE.replace(/<%[\s\S]*?%>/g, '').replace(/<\/?asp:Content[^>]*>/g, '').replace(PANEL, (_, id) => `<div id="Main_${id}">${panel(values)}</div>`);
  const scripts = '<script src="/aspnet.js"></script>';
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Mẫu 2B</title><link rel="icon" href="data:,"></head><body><form method="post" action="./Review.aspx" id="form1">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${state}" /><main>${controls(content.replace(/<asp:ScriptManager[^>]*\/>/, scripts), values)}</main></form></body></html>`;
}

/** `length|type|id|content|` for each part. */
export const partialAnswer = (values, state) => [['updatePanel', 'Main_Scores', panel(values)], ['hiddenField', '__VIEWSTATE', state]]
  .map(([type, id, content]) => `${content.length}|${type}|${id}|${content}|`).join('');

/** `__doPostBack`, and the part of MicrosoftAjaxWebForms.js that makes partial postbacks: it runs in the page. */
export function pageScript() {
  const [heard, form] = [[], () => document.getElementById('form1')];
  const manager = {
    add_endRequest: (handler) => heard.push(handler),
    remove_endRequest: (handler) => heard.splice(heard.indexOf(handler), 1),
  };
  window.Sys = { WebForms: { PageRequestManager: { getInstance: () => manager } } };
  window.__doPostBack = (target, argument) => {
    form().__EVENTTARGET.value = target;
    form().__EVENTARGUMENT.value = argument;
    form().submit();
  };
  const apply = (type, id, content) => {
    if (type === 'updatePanel') document.getElementById(id).innerHTML = content;
    else document.getElementById(id).value = content;
  };
  document.addEventListener('click', async (event) => {
    if (!event.target.matches('#Main_Scores input[type=submit]')) return;
    event.preventDefault();
    const sent = new URLSearchParams(new FormData(form()));
    sent.set(event.target.name, event.target.value);
    sent.set('__ASYNCPOST', 'true');
    let rest = await (await fetch(form().action, { method: 'POST', body: sent })).text();
    while (rest) {
      const [head, length, type, id] = rest.match(/^(\d+)\|(\w+)\|(\w+)\|/);
      apply(type, id, rest.slice(head.length, head.length + Number(length)));
      rest = rest.slice(head.length + Number(length) + 1);
    }
    for (const handler of heard) handler(manager, {});
  });
}
