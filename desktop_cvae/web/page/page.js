// Sends a picture and shows what it is read as.
const api = "api/v1/";
const [status, { language, texts }] = await Promise.all(
  ["status", "texts"].map(async (name) => (await fetch(api + name)).json()),
);
document.documentElement.lang = language;
document.title = document.querySelector("#title").textContent = texts.title;
document.querySelector("#read").textContent = texts.read;
document.querySelector("#form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = new FormData();
  form.set("picture", document.querySelector("#picture").files[0]);
  const headers = { "X-CSRF-Token": status.csrf };
  const said = await (await fetch(api + "read", { method: "POST", body: form, headers })).json();
  document.querySelector("#answer").textContent = said.error ? said.error.message : said.text;
});
