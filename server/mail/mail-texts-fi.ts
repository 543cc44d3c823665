import type { MailTexts } from "./mail-texts.ts";

export const mailTextsFi: MailTexts = {
  mails: {
    reset: {
      subject: "Uusi salasana palveluun {installation}",
      paragraphs: [
        "Joku, luultavasti sinä, pyysi uutta salasanaa osoitteelle {email}. Linkistä avautuu sivu, jolla voit valita sen; linkki toimii kerran ja on voimassa tunnin.",
        "Jos pyyntö ei ollut sinun, älä tee mitään: salasanasi pysyy ennallaan.",
      ],
      button: "Valitse uusi salasana",
    },
    welcome: {
      subject: "{organisation}: sinulla on pääsy palveluun {installation}",
      paragraphs: [
        "{inviter} lisäsi sinut organisaatioon {organisation}, rooli: {role}. Palvelussa suunnitellaan yhteishankkeita ja raportoidaan niistä. Aloita valitsemalla salasana; linkki toimii kerran ja on voimassa seitsemän päivää.",
        "Kirjaudu sisään osoitteella {email}. Jos et tiedä, mistä on kyse, älä tee mitään.",
      ],
      button: "Valitse salasana",
    },
    "seat-given": {
      subject: "Voit nyt toimia organisaation {organisation} puolesta",
      paragraphs: [
        "{inviter} lisäsi sinut organisaatioon {organisation}, rooli: {role}. Kirjaudu sisään kuten ennenkin; jokaisen sivun yläreunassa voit valita, kenen puolesta toimit.",
        "Jos tämä on virhe, kerro siitä: {inviter}.",
      ],
      button: "Avaa {installation}",
    },
    "password-changed": {
      subject: "Salasanasi palveluun {installation} on vaihdettu",
      paragraphs: [
        "Osoitteen {email} salasana on vaihdettu ja kaikki muut istunnot on päätetty.",
        "Jos et tehnyt tätä itse, pyydä heti uusi salasana ja kerro asiasta ylläpitäjälle.",
      ],
      button: "Avaa kirjautumissivu",
    },
    "part-link": {
      subject: "{inviter} pyytää sinua raportoimaan: {organisation}, {project}",
      paragraphs: [
        "Hei {name}, {inviter} ({organisation}) pyytää sinua raportoimaan, mitä hankkeessa {project} on saatu aikaan raportointijaksolla {period}; määräpäivä on {due}. Linkki avaa sivun puhelimella tai tietokoneella; tiliä ei tarvita, ja aikaa menee noin kolme minuuttia.",
        "Linkki on henkilökohtainen: sen kautta kirjattu luetaan sinun kirjaamaksesi, joten älä anna sitä muille. Se lakkaa toimimasta, kun jakso suljetaan. Jos et tiedä, mistä on kyse, älä tee mitään.",
      ],
      button: "Avaa oma osuuteni",
    },
  },
  roles: { manager: "vastuuhenkilö", editor: "muokkaaja", viewer: "lukija" },
  footer: "Tämän viestin lähetti {installation}. Vastauksia siihen ei lueta.",
  leave: "En halua enää tällaisia viestejä",
};
