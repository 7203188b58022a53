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
BOTH = set("mark bill will grant may june april august jan rich frank sue grace joy justice said".split())
SKIPPED = {"tw_GH", "es_CL", "en_KE", "is_IS"}
# Transliterated as news agencies do: Arabic, Persian, Slavic, Greek, Georgian, Armenian, Hebrew, South and
# South-East Asian, Central Asian, Sahelian, West and East African, Vietnamese, Malay, Burmese, Thai.
OWN = """
abdallah abdel abdelaziz abdelkader abdelmadjid abdelmajid abdelmalek abdelwahab abdirahman abdoul abdoulaye abdoulie abdourahamane abdourahmane
abdul abdulaziz abdulhamid abdullah abdullahi abdulla abdulrahman abdurrahman abiy abubakar adama adamou adan adel adnan ahmad ahmadou ahmed ahmet
aicha aissatou alassane albin aleksandar aleksandr aleksander alexei aleksei aliyev alhaji alioune alpha amadou amina aminata amir amos amr anatoly
anatolii andrei andrej andrey andrii andriy andrzej angelos anwar arkady armen arsen arseniy artem aschalew assimi asif ashraf atal ataullah aung ayaz
aymen aziz azzedine bakhtiyor bakary bala bandar barham bashar basma bassirou bassolma beji benazir benjamin berdibek bidzina binali bisher bogdan boiko boyko
borut bronislaw burhan cabral carrie cavit cellou chandrika charles cheick cheikh chokri daler dalia damdin daniyar danylo dejan denys dileita dilma dimitar
dimitris dimitrios dinesh diosdado djibril dmitri dmitrii dmitry dmytro domitien dora dragan dritan ebrahim edgars eduard edi ekrem ekaterina elchin elhadj elmar
emomali enver erdogan ersin espen essam evariste faisal faiz fahad fahd farid farouk fatih fatou fatoumata faustin fayez ferdinand fikri filip fouad fuad fumio
gabi gadi garry gebran george georgi giorgi gitanas giorgia gotabaya goodluck gurban gurbanguly habib hadi haider hailemariam hakainde hakan hamad hamdan hamdi hamid
hamdok hamza hanan haris hasan hashim hasina hassan hassane hassani hussain hussein huseyin ibrahim ibrahima idriss idrissa igor ilham ilie imad imran
indira ishaq ismail ismael ismaila issa issoufou itzhak ivica ivo jair jakaya jalal jamal jamil janez janos jerzy jigme jigmi joko jorge josip jovan
kaïs kais kaja kamal kamala karim kassym kassym-jomart kays khaled khalid khalifa khalil kheireddine khurelsukh kyriakos kiril kiriakos kishida konstantin kostas krasimir
krishna lala lamine lansana laurent lazar leonid levan levon lech lela luka lyonpo macky mahamadou mahamat mahathir mahinda mahmood mahmoud mahmud maia mahamane maithripala
maksym malik malusi mamadou mamady mamuka mansour marat mariam maryam marwan masoud masrour massoud massoudou mateusz maxim mehmet melih menachem meles mevlut mikalai mikayel mikhail
mikheil milan milo milorad milos mirek miroslav mirza mladen modibo mohamad mohamed mohammad mohammed mohamud mohsen mokgweetsi moncef moussa mostafa motlanthe mouin muammar
mufti muhammad muhammadu muhyiddin mukhriz mullah murat musa mustafa mustapha mustafizur nabih nabil nadia najib najla nana naoto narendra naser nasser natalia natalie navi nawaf nawaz nayef
nechirvan nguyen nicos nicolae nigar nikol nikola nikolai nikolay nikos nizar noureddine nouri nursultan oleg oleh oleksandr oleksii oleksiy olena olga olusegun olzhas omar oumar
ousmane oumarou osama ousainou oxana paetongtarn papa patrice pavel pavlo petr petro petteri pham phuc pravind prabowo pranab qasim qamar qassem rabih rached rafael rafic rahim rajnath
ramin ramzan ranil rasmus rashad rashid raisi recep reem reza riad riek roch roland roman ruslan rustam rouhani sabri sadiq sadyr saeed said salah salam salem salif salifou salma salman salome salou
salva samia samir sameh sami sanae sanna saad saif sardor sebastian selahattin sergei sergey serdar serhii serhiy serzh shahbaz shahid shavkat shehbaz sheikh sher shimon shinzo shirin sidi simon sirojiddin
sleiman slobodan smail solomon soumeylou stavros stevo sukhbaatar suleiman suleyman sumith sushma svetlana syrsky taban tahir taleb talal tamim tarek tareq taro tatiana tayyip tayeb temir thaksin thongloun tiemoko tibor tidjane tigran
tomislav toomas tsai tsakhiagiin turki tzipi ugo umar umaro ursula uhuru vaclav vahan valdis valentin valeriy valery vasyl vasily vasile vasil viktor viktoriya vitali vitaly vjosa vladimir vladislav volodymyr vladan vsevolod vyacheslav wael
walid wamkele wang wasim winston xavier yair yahya yasser yassin yasir yevgeny yitzhak yoav yoon yoshihide yoweri youssef youssouf yukiya yulia yuri yuriy yury yves yusuf zaher zakaria zalmay zarif zelimkhan zeljko zhan zine
ziad zia zlatko zoran zurab zuzana zafar zaid zainab zeid aung-san suu anwar-ul najat nikenike faure gnassingbe mswati letsie filipe azali ismaïl evo nayib nicolas iván gustavo gabriel lula sauli alar ulf mette jonas katrin
angela emmanuel boris rishi keir theresa donald barack joe kamala hillary condoleezza colin antony anthony victoria wendy kurt uzra mike michael rex lloyd jake john marco pete jd tulsi
""".split()


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
    folded = {fold(name) for name in names} | {fold(name) for name in OWN}
    kept = sorted(n for n in folded if n.isascii() and 2 < len(n) < 20 and " " not in n and n not in taken)
    kept += [n for n in ("al", "bo", "ed", "jo", "li", "mo", "ng", "wu", "xi", "yu") if n not in taken]
    header = "# Given names, without accents and in small letters. Written by scripts/build_given_names.py\n"
    header += "# from Faker (MIT licence) and by hand.\nword\n"
    kept += ["urban"]
    TARGET.write_text(header + "\n".join(sorted(set(kept))) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
