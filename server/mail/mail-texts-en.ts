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
    invitation: {
      subject: "{inviterOrganisation} invites {organisation} into the project {project}",
      paragraphs: [
        "{inviter} ({inviterOrganisation}) invites {organisation} to take part in the joint project {project}; role: {role}. The page behind the button says what it is about; there you accept or decline.",
        "The invitation is for {email} and can be answered until {expires}. If you do not know what this is about, do nothing.",
      ],
      button: "Open the invitation",
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
    mention: {
      subject: "{actor} mentioned you in {project}",
      paragraphs: [
        "{actor} named you in a comment in the project {project}. What was said stands on its page, for whoever may read it now.",
      ],
      button: "Read the comment",
    },
    "notification-digest": {
      subject: "What is new for you in {installation}",
      paragraphs: [
        "You have not read these notifications yet; beside each project stands how many there are.",
        "What they are about stands on the page, for whoever may read it now.",
      ],
      button: "Open the notifications",
    },
    "report-digest": {
      subject: "Reports asked of you, due {due}",
      paragraphs: [
        "These reports are asked of you. The button opens them; filled in beforehand with the plan and the last values, they take a few minutes.",
        "What is written is kept as a draft until you hand it in. Whoever has handed everything in gets no more reminders.",
      ],
      button: "Report now",
    },
    "gap-reminder": {
      subject: "Something is still missing in {acronym}",
      paragraphs: [
        "Somebody reminds you of what is still missing or due from your organisation in {acronym}:",
        "Each point stands there with a link to its place.",
      ],
      button: "See what is missing",
    },
    "emergency-access": {
      subject: "{administrator} opened the part of {organisation} in {project}",
      paragraphs: [
        "On {at} the administrator {administrator} opened for reading what {organisation} shows to its coordinator alone in {project}; it ends by itself after one hour. The reason given:",
        "Nothing can be changed this way. The page of your organisation lists every such access. If you know nothing of the reason, ask {administrator}.",
      ],
      button: "See who looked",
    },
  },
  roles: {
    manager: "manager",
    editor: "editor",
    viewer: "viewer",
    beneficiary: "beneficiary",
    "affiliated-entity": "affiliated entity",
    "associated-partner": "associated partner",
    subcontractor: "subcontractor",
    "third-party": "third party",
  },
  asked: { period: "period", due: "due", missing: "lines to report" },
  footer: "This mail was written by {installation}. Answers to it are read by nobody.",
  leave: "No more mails of this kind",
};
