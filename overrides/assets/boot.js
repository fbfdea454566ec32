// Sets the colours the reader chose last time, as early as it can without keeping the page waiting.
(() => {
  try {
    const chosen = localStorage.getItem("colours");
    if (chosen === "dark" || chosen === "light") document.documentElement.dataset.colours = chosen;
  } catch {
    // Storage is switched off: the colours follow the system.
  }
})();
