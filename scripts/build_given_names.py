"""Builds lexicon/given_names.tsv: given names of the world in Latin script.

From Faker's lists (MIT licence) and the names below, which Faker has in other scripts only. Run:
uv run --with faker python scripts/build_given_names.py
"""

import importlib
import pkgutil
from pathlib import Path

import faker.providers.person as persons  # type: ignore[import-not-found, unused-ignore]

from dragoman.authority.states import state_names
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table

TARGET = Path(__file__).parents[1] / "src/dragoman/lexicon/given_names.tsv"
BOTH = frozenset(
    [
        "mark",
        "bill",
        "will",
        "grant",
        "may",
        "june",
        "april",
        "august",
        "jan",
        "rich",
        "frank",
        "sue",
        "grace",
        "joy",
        "justice",
        "said",
    ]
)
SKIPPED = {"tw_GH", "es_CL", "en_KE", "is_IS"}
# Transliterated as news agencies do: Arabic, Persian, Slavic, Greek, Georgian, Armenian, Hebrew, South and
# South-East Asian, Central Asian, Sahelian, West and East African, Vietnamese, Malay, Burmese, Thai.
OWN = """
abdallah abdel abdelaziz abdelkader abdelmadjid abdelmajid abdelmalek abdelwahab abdirahman abdoul abdoulaye
abdoulie abdourahamane abdourahmane abdul abdulaziz abdulhamid abdulla abdullah abdullahi abdulrahman
abdurrahman abiy abubakar adama adamou adan adel adnan ahmad ahmadou ahmed ahmet aicha aissatou alar
alassane albin aleksandar aleksander aleksandr aleksei alexei alhaji alioune aliyev alpha amadou amina
aminata amir amos amr anatolii anatoly andrei andrej andrey andrii andriy andrzej angela angelos anthony
antony anwar anwar-ul arkady armen arsen arseniy artem aschalew ashraf asif assimi atal ataullah aung
aung-san ayaz aymen azali aziz azzedine bakary bakhtiyor bala bandar barack barham bashar basma bassirou
bassolma beji benazir benjamin berdibek bidzina binali bisher bogdan boiko boris borut boyko bronislaw
burhan cabral carrie cavit cellou chandrika charles cheick cheikh chokri colin condoleezza daler dalia
damdin daniyar danylo dejan denys dileita dilma dimitar dimitrios dimitris dinesh diosdado djibril dmitri
dmitrii dmitry dmytro domitien donald dora dragan dritan ebrahim edgars edi eduard ekaterina ekrem elchin
elhadj elmar emmanuel emomali enver erdogan ersin espen essam evariste evo fahad fahd faisal faiz farid
farouk fatih fatou fatoumata faure faustin fayez ferdinand fikri filip filipe fouad fuad fumio gabi gabriel
gadi garry gebran george georgi giorgi giorgia gitanas gnassingbe goodluck gotabaya gurban gurbanguly
gustavo habib hadi haider hailemariam hakainde hakan hamad hamdan hamdi hamdok hamid hamza hanan haris hasan
hashim hasina hassan hassane hassani hillary huseyin hussain hussein ibrahim ibrahima idriss idrissa igor
ilham ilie imad imran indira ishaq ismael ismail ismaila ismaïl issa issoufou itzhak ivica ivo iván jair
jakaya jake jalal jamal jamil janez janos jd jerzy jigme jigmi joe john joko jonas jorge josip jovan kais
kaja kamal kamala karim kassym kassym-jomart katrin kays kaïs keir khaled khalid khalifa khalil kheireddine
khurelsukh kiriakos kiril kishida konstantin kostas krasimir krishna kurt kyriakos lala lamine lansana
laurent lazar lech lela leonid letsie levan levon lloyd luka lula lyonpo macky mahamadou mahamane mahamat
mahathir mahinda mahmood mahmoud mahmud maia maithripala maksym malik malusi mamadou mamady mamuka mansour
marat marco mariam marwan maryam masoud masrour massoud massoudou mateusz maxim mehmet meles melih menachem
mette mevlut michael mikalai mikayel mike mikhail mikheil milan milo milorad milos mirek miroslav mirza
mladen modibo mohamad mohamed mohammad mohammed mohamud mohsen mokgweetsi moncef mostafa motlanthe mouin
moussa mswati muammar mufti muhammad muhammadu muhyiddin mukhriz mullah murat musa mustafa mustafizur
mustapha nabih nabil nadia najat najib najla nana naoto narendra naser nasser natalia natalie navi nawaf
nawaz nayef nayib nechirvan nguyen nicolae nicolas nicos nigar nikenike nikol nikola nikolai nikolay nikos
nizar noureddine nouri nursultan oleg oleh oleksandr oleksii oleksiy olena olga olusegun olzhas omar osama
oumar oumarou ousainou ousmane oxana paetongtarn papa patrice pavel pavlo pete petr petro petteri pham phuc
prabowo pranab pravind qamar qasim qassem rabih rached rafael rafic rahim raisi rajnath ramin ramzan ranil
rashad rashid rasmus recep reem rex reza riad riek rishi roch roland roman rouhani ruslan rustam saad sabri
sadiq sadyr saeed said saif salah salam salem salif salifou salma salman salome salou salva sameh sami samia
samir sanae sanna sardor sauli sebastian selahattin serdar sergei sergey serhii serhiy serzh shahbaz shahid
shavkat shehbaz sheikh sher shimon shinzo shirin sidi simon sirojiddin sleiman slobodan smail solomon
soumeylou stavros stevo sukhbaatar suleiman suleyman sumith sushma suu svetlana syrsky taban tahir talal
taleb tamim tarek tareq taro tatiana tayeb tayyip temir thaksin theresa thongloun tibor tidjane tiemoko
tigran tomislav toomas tsai tsakhiagiin tulsi turki tzipi ugo uhuru ulf umar umaro ursula uzra vaclav vahan
valdis valentin valeriy valery vasil vasile vasily vasyl victoria viktor viktoriya vitali vitaly vjosa
vladan vladimir vladislav volodymyr vsevolod vyacheslav wael walid wamkele wang wasim wendy winston xavier
yahya yair yasir yasser yassin yevgeny yitzhak yoav yoon yoshihide youssef youssouf yoweri yukiya yulia yuri
yuriy yury yusuf yves zafar zaher zaid zainab zakaria zalmay zarif zeid zelimkhan zeljko zhan zia ziad zine
zlatko zoran zurab zuzana
"""


def main() -> None:
    """Write the table, sorted, a folded name a row."""
    taken = {fold(row.text) for row in state_names() if row.form in ("name", "alias", "demonym")}
    for name in ("en/not_names", "fr/not_names", "en/portfolios", "fr/portfolios"):
        taken |= {row["word"] for row in table(name)} - BOTH
    names: set[str] = set()
    for module in pkgutil.iter_modules(persons.__path__):
        if not module.ispkg or module.name in SKIPPED:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if attribute.startswith("first_name"):
                value = getattr(provider, attribute)
                names |= set() if callable(value) else {str(name) for name in value}
    folded = {fold(name) for name in names} | {fold(name) for name in OWN.split()}
    kept = sorted(n for n in folded if n.isascii() and 2 < len(n) < 20 and " " not in n and n not in taken)
    kept += [n for n in ("al", "bo", "ed", "jo", "li", "mo", "ng", "wu", "xi", "yu") if n not in taken]
    header = "# Given names, without accents and in small letters. Written by scripts/build_given_names.py\n"
    header += "# from Faker (MIT licence) and by hand.\nword\n"
    kept += ["urban"]
    TARGET.write_text(header + "\n".join(sorted(set(kept))) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
