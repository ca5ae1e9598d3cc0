// A passkey is shown or made by the browser; the form around it works no other way, and says so.
// Its button waits for this script: sent by itself, the form would put its fields into the address.
const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function post(form, url, body) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(url, { method: "POST", headers: { "X-CSRFToken": token, "Content-Type": "application/json" }, body });
  const type = answer.headers.get("Content-Type") ?? "";
  const said = type.startsWith("application/json") ? await answer.json() : {};
  if (!answer.ok) throw new Error([said.what, said.do].filter(Boolean).join(" "));
  return said;
}

function opened({ publicKey }) {
  const key = { ...publicKey, challenge: toBytes(publicKey.challenge) };
  if (key.user) key.user = { ...key.user, id: toBytes(key.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (key[list]) key[list] = key[list].map((one) => ({ ...one, id: toBytes(one.id) }));
  }
  return { publicKey: key };
}

function closed(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = toText(credential.response[name]);
  }
  return { id: credential.id, rawId: toText(credential.rawId), type: credential.type, response };
}

for (const form of document.querySelectorAll("[data-passkey], [data-passkey-new]")) {
  const said = form.querySelector("[data-said]");
  const button = form.querySelector("button");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    said.textContent = "";
    try {
      const made = form.dataset.passkeyNew;
      const options = opened(await post(form, made ?? form.dataset.passkey, "{}"));
      const credential = made ? await navigator.credentials.create(options) : await navigator.credentials.get(options);
      const name = form.querySelector("[name=name]")?.value;
      const done = await post(form, form.dataset.answer, JSON.stringify({ ...closed(credential), ...(made ? { name } : {}) }));
      location.assign(done.next);
    } catch (error) {
      said.textContent = error instanceof DOMException || !error.message ? said.dataset.refused : error.message;
    }
  });
  button.disabled = false;
  if (button.autofocus && !document.querySelector("[role=alert][autofocus]")) button.focus();
}
