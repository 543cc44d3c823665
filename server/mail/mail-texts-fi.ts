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
    invitation: {
      subject: "{organisation}: kutsu hankkeeseen {project}, kutsujana {inviterOrganisation}",
      paragraphs: [
        "{inviter} ({inviterOrganisation}) kutsuu organisaation {organisation} yhteishankkeeseen {project}, rooli: {role}. Painikkeesta avautuvalla sivulla kerrotaan, mistä on kyse; siellä voit hyväksyä tai hylätä kutsun.",
        "Kutsu on osoitteelle {email}, ja siihen voi vastata {expires} asti. Jos et tiedä, mistä on kyse, älä tee mitään.",
      ],
      button: "Avaa kutsu",
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
    mention: {
      subject: "{actor} mainitsi sinut hankkeessa {project}",
      paragraphs: [
        "{actor} mainitsi sinut kommentissa hankkeessa {project}. Itse kommentti on sivulla niille, joilla on nyt oikeus lukea se.",
      ],
      button: "Lue kommentti",
    },
    "notification-digest": {
      subject: "Mitä uutta sinulle: {installation}",
      paragraphs: [
        "Et ole vielä lukenut näitä ilmoituksia; kunkin hankkeen kohdalla on niiden määrä.",
        "Se, mitä ne koskevat, on sivulla niille, joilla on nyt oikeus lukea se.",
      ],
      button: "Avaa ilmoitukset",
    },
    "report-digest": {
      subject: "Sinulta pyydetään raportteja, määräpäivä {due}",
      paragraphs: [
        "Sinulta pyydetään näitä raportteja. Painike avaa ne; suunnitelma ja viimeisimmät arvot on täytetty valmiiksi, joten raportointi vie muutaman minuutin.",
        "Kirjoittamasi säilyy luonnoksena, kunnes annat raportin. Kun kaikki on annettu, muistutuksia ei enää tule.",
      ],
      button: "Raportoi nyt",
    },
    "gap-reminder": {
      subject: "Hankkeesta {acronym} puuttuu vielä jotakin",
      paragraphs: [
        "Sinua muistutetaan siitä, mitä organisaatioltasi vielä puuttuu tai odotetaan hankkeessa {acronym}:",
        "Jokaisen kohdan vierellä on linkki oikeaan paikkaan.",
      ],
      button: "Katso mitä puuttuu",
    },
    "emergency-access": {
      subject: "{administrator} avasi osapuolen {organisation} osuuden hankkeessa {project}",
      paragraphs: [
        "Ylläpitäjä {administrator} avasi {at} luettavaksi sen, minkä {organisation} näyttää hankkeessa {project} vain koordinaattorille; pääsy päättyy itsestään tunnin kuluttua. Annettu peruste:",
        "Mitään ei voi muuttaa tällä tavalla. Organisaationne sivulla luetellaan jokainen tällainen kerta. Jos peruste on teille tuntematon, kysykää: {administrator}.",
      ],
      button: "Katso, kuka on katsonut",
    },
  },
  roles: {
    manager: "vastuuhenkilö",
    editor: "muokkaaja",
    viewer: "lukija",
    beneficiary: "edunsaaja",
    "affiliated-entity": "sidosyksikkö",
    "associated-partner": "assosioitunut kumppani",
    subcontractor: "alihankkija",
    "third-party": "kolmas osapuoli",
  },
  asked: { period: "kausi", due: "määräpäivä", missing: "raportoimatta rivejä" },
  footer: "Tämän viestin lähetti {installation}. Vastauksia siihen ei lueta.",
  leave: "En halua enää tällaisia viestejä",
};
