// Runs before the first paint so that a dark page never flashes white and the language is right for screen readers.
// A file of its own because the content security policy allows no inline script.
(function () {
  var root = document.documentElement;
  var scheme = null;
  var language = null;
  try {
    scheme = localStorage.getItem("consortia-color-scheme");
    language = localStorage.getItem("consortia-language");
  } catch {
    // Storage can be closed by the browser's settings; the system's wishes hold then.
  }
  var dark = scheme === "dark" || (scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  if (language === "en" || language === "ru" || language === "fi") root.lang = language;
})();
