/**
 * Words that the most used passwords are made of, in the three languages of the product and as keyboards have them;
 * folded as `fold` does it. Lists of leaked passwords hold little of twelve characters or more that is not one of these
 * with digits, signs or repetitions around it, so the words do the work of a far longer list.
 */
export const commonWords: readonly string[] = (
  "password passwort passord passwd pass parole secret secreto login logon signin admin administrator root user guest demo test tester testing " +
  "temp temporary default changeme change letmein letme welcome hello hallo master superman batman spiderman pokemon starwars dragon monkey " +
  "football baseball basketball soccer hockey princess sunshine shadow iloveyou ilove loveyou lovely love forever flower summer winter spring autumn " +
  "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday " +
  "michael jessica charlie jordan thomas daniel andrew joshua ashley matthew robert george michelle anthony alexander alexandra natasha nikita " +
  "freedom whatever trustno access company business office computer internet google facebook linkedin microsoft windows samsung apple iphone android " +
  "server system network database oracle cisco router wireless mustang ferrari porsche mercedes corvette harley cheese cookie chocolate coffee banana " +
  "orange purple yellow silver golden diamond killer hunter ranger soldier buster tigger ginger pepper summer matrix phoenix thunder " +
  "qwertyuiop qwertzuiop azertyuiop qwerty qwertz azerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn qazwsxedc qazwsx wsxedc edcrfv qweasdzxc qweasd qwe asd zxc " +
  "abcdefghijkl abcdef abcabc abcd abc aaa xyz fuck fucking " +
  "project projects cluster consortium consortia cleantech partner member manager enterprise organisation organization innovation energy europe horizon interreg " +
  "salasana salainen kissa koira kesa talvi syksy kevat suomi helsinki perkele rakastan mina sina hei moi testi projekti hanke yritys klusteri hallinta tervetuloa vaihda " +
  "пароль парол секрет админ привет любовь люблю тебя солнце наташа максим андреи сергеи александр москва россия питер лето зима весна осень проект кластер " +
  "консорциум компания предприятие добро пожаловать тест иустарии цукенгшщзх фывапролдж ячсмить йцукен иуцкен цукен фыва ячсм"
).split(" ");
