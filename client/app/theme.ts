import {
  createTheme,
  type CSSVariablesResolver,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from "@mantine/core";

// Deep pine green: cleantech without the shrillness of signal green. Shade 7 on white has a contrast of 6.5.
const pine: MantineColorsTuple = [
  "#eef8f5",
  "#d5eee8",
  "#abddd2",
  "#7ac8b9",
  "#4ab09f",
  "#259686",
  "#127e70",
  "#0b695d",
  "#09554c",
  "#063f39",
];
// Warm greys like uncoated paper; shade 6 is the lightest one that text may have on white (4.9).
const gray: MantineColorsTuple = [
  "#faf9f7",
  "#f3f1ed",
  "#e8e5df",
  "#d8d4cc",
  "#bfbab0",
  "#98928a",
  "#6f6a61",
  "#565249",
  "#3a3731",
  "#24221e",
];
const dark: MantineColorsTuple = [
  "#dcdeda",
  "#c0c3be",
  "#a3a7a1",
  "#747a74",
  "#4b524d",
  "#3a403c",
  "#2a2f2c",
  "#1d2120",
  "#161a18",
  "#0f1211",
];

/** Look of the product; component defaults keep targets large enough and shapes alike. */
export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 7 },
  colors: { pine, gray, dark },
  black: "#24221e",
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, monospace",
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "1.25" },
      h2: { fontSize: "1.1875rem", lineHeight: "1.35" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "5px", md: "8px", lg: "12px", xl: "20px" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    // The kit's dialog head is a <header>, which would count as a second banner of the page.
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.45 },
        attributes: { header: { role: "none" } },
      },
    },
    Drawer: { defaultProps: { attributes: { header: { role: "none" } } } },
    Menu: { defaultProps: { shadow: "md", width: 240, withInitialFocusPlaceholder: false } },
  },
});

/** Tokens of our own beside Mantine's; placeholders and hints get the contrast that reading needs. */
export const tokens: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--page": "var(--mantine-color-gray-0)",
    "--surface": "#ffffff",
    "--line": "var(--mantine-color-gray-2)",
    "--hover": "var(--mantine-color-gray-1)",
    "--accent-text": "var(--mantine-color-pine-7)",
    "--accent-soft": "var(--mantine-color-pine-0)",
    "--mantine-color-placeholder": "var(--mantine-color-gray-6)",
    "--mantine-color-dimmed": "var(--mantine-color-gray-6)",
    "--mantine-color-error": "#b42318",
    "--mantine-color-anchor": "var(--mantine-color-pine-7)",
  },
  dark: {
    "--page": "var(--mantine-color-dark-8)",
    "--surface": "var(--mantine-color-dark-7)",
    "--line": "var(--mantine-color-dark-5)",
    "--hover": "var(--mantine-color-dark-6)",
    "--accent-text": "var(--mantine-color-pine-3)",
    "--accent-soft": "#15332e",
    "--mantine-color-placeholder": "var(--mantine-color-dark-2)",
    "--mantine-color-dimmed": "var(--mantine-color-dark-2)",
    "--mantine-color-error": "#ff9c90",
    "--mantine-color-anchor": "var(--mantine-color-pine-3)",
  },
});

/** Keeps the chosen colour scheme where public/color-scheme.js reads it before the first paint. */
export const colorSchemeStore = localStorageColorSchemeManager({ key: "consortia-color-scheme" });
