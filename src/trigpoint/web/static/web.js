// Enhancement only: every page works without it. No library, nothing inline, nothing from elsewhere.

const csrf = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

// The summary of what is wrong takes the focus, so that it is read first.
document.querySelector("[data-focus]")?.focus();

// A job's page asks how far it is, and loads anew when that has ended.
const job = document.querySelector("[data-job]");
if (job) {
  const ask = async () => {
    const answer = await fetch(job.dataset.job, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const said = await answer.json();
    if (said.state === "done" || said.state === "failed") {
      location.reload();
      return;
    }
    const words = job.querySelector("[role=status] span span");
    if (words && said.doing && words.textContent !== said.doing) words.textContent = said.doing;
    const bar = job.querySelector("progress");
    if (bar && said.total) {
      bar.max = said.total;
      bar.value = said.done;
    }
    setTimeout(ask, 1500);
  };
  setTimeout(ask, 1000);
}

// Drafts save themselves two seconds after the last key, and before the page is left.
// A form with data-draft names the address that keeps them; the reply says whether someone else has written meanwhile.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const told = form.querySelector("[data-saved]");
  let timer = 0;
  let dirty = false;
  const save = async (leaving) => {
    if (!dirty) return;
    dirty = false;
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST", body, keepalive: leaving, headers: { "X-CSRFToken": csrf() },
      });
      const said = answer.ok && !answer.redirected ? await answer.json() : { words: "Not saved. Copy what you wrote, then sign in again." };
      if (told) told.textContent = said.words;
      if ("base" in said) form.elements.base.value = said.base;
    } catch {
      dirty = true;
      if (told) told.textContent = "Not saved: no connection. It will be tried again.";
      timer = setTimeout(save, 5000);
    }
  };
  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  });
  document.addEventListener("visibilitychange", () => document.hidden && save(true));
}

// Copies what stands in the element that a button names: case numbers, into the case system's search.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(source.textContent.trim().split(/\s+/).join("\n"));
    button.textContent = "Copied";
  });
}

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
