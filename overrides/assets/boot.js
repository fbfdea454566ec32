// Runs before the first paint: says that there is script, and sets the colours the reader chose last time.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const chosen = localStorage.getItem("colours");
    if (chosen === "dark" || chosen === "light") root.dataset.colours = chosen;
  } catch {
    // Storage is switched off: the colours follow the system.
  }
})();
