import type { MailTexts } from "./mail-texts.ts";

export const mailTextsEn: MailTexts = {
  mails: {
    reset: {
      subject: "Choose a new password for {installation}",
      paragraphs: [
        "Somebody, most likely you, asked for a new password for {email}. This link opens the page where you choose it; it works once, for one hour.",
        "If it was not you, do nothing: your password stays as it is.",
      ],
      button: "Choose a new password",
    },
    welcome: {
      subject: "{organisation} gave you access to {installation}",
      paragraphs: [
        "{inviter} entered you as {role} of {organisation}, where joint projects are planned and reported. Choose a password to begin; the link works once, for seven days.",
        "You will sign in with {email}. If you do not know what this is about, do nothing.",
      ],
      button: "Choose a password",
    },
    "seat-given": {
      subject: "You can now act for {organisation}",
      paragraphs: [
        "{inviter} entered you as {role} of {organisation}. Sign in as before; at the top of every page you choose for whom you act.",
        "If this is a mistake, tell {inviter}.",
      ],
      button: "Open {installation}",
    },
    "password-changed": {
      subject: "Your password for {installation} was changed",
      paragraphs: [
        "The password for {email} was changed and every other session was ended.",
        "If it was not you, ask for a new password at once and tell the administrator of your installation.",
      ],
      button: "Open the sign-in page",
    },
    "part-link": {
      subject: "{inviter} asks you to report for {organisation} in {project}",
      paragraphs: [
        "Hello {name}, {inviter} of {organisation} asks you to report what was delivered in {project}, reporting period {period}, due {due}. The link opens the page on your phone or computer; no account is needed and it takes about three minutes.",
        "The link is personal: what is written there counts as yours, so please do not pass it on. It ends when the period is closed. If you do not know what this is about, do nothing.",
      ],
      button: "Open my part",
    },
  },
  roles: { manager: "manager", editor: "editor", viewer: "viewer" },
  footer: "This mail was written by {installation}. Answers to it are read by nobody.",
  leave: "No more mails of this kind",
};
