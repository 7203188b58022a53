"""French cases: text | published | expression | type | value | earliest | latest ("-" for nothing)."""

TABLE = """
# le calendrier
Le traité a été signé le 7 août 1998 à Paris.|2024-04-24|7 août 1998|DATE|1998-08-07|1998-08-07|1998-08-07
Il est né le 1er mai 1960.|2024-04-24|1er mai 1960|DATE|1960-05-01|1960-05-01|1960-05-01
L'accord du premier mai 2004 tient.|2024-04-24|premier mai 2004|DATE|2004-05-01|2004-05-01|2004-05-01
Publié le mardi 23 avril 2024|2024-04-24|mardi 23 avril 2024|DATE|2024-04-23|2024-04-23|2024-04-23
Le président l'a reçu dimanche 11 juin 2017.|2017-06-12|dimanche 11 juin 2017|DATE|2017-06-11|2017-06-11|2017-06-11
Note envoyée ce vendredi 9 juin 2017.|2017-06-09|ce vendredi 9 juin 2017|DATE|2017-06-09|2017-06-09|2017-06-09
Paris, 19/06/2021|2021-06-20|19/06/2021|DATE|2021-06-19|2021-06-19|2021-06-19
Mis à jour le 05.03.2024|2024-03-06|05.03.2024|DATE|2024-03-05|2024-03-05|2024-03-05
Archivé le 2024-04-29.|2024-05-02|2024-04-29|DATE|2024-04-29|2024-04-29|2024-04-29
L'embargo date de mars 2026.|2026-05-01|mars 2026|DATE|2026-03|2026-03-01|2026-03-31
La guerre a commencé en août 1990.|2024-04-24|août 1990|DATE|1990-08|1990-08-01|1990-08-31
Il fut élu au mois d'avril 2012.|2024-04-24|avril 2012|DATE|2012-04|2012-04-01|2012-04-30
Le pacte remonte à 1998.|2024-04-24|1998|DATE|1998|1998-01-01|1998-12-31
Tout a changé en l'an 2000.|2024-04-24|l'an 2000|DATE|2000|2000-01-01|2000-12-31
Entretien du 3 sept. 2023|2024-04-24|3 sept. 2023|DATE|2023-09-03|2023-09-03|2023-09-03
Conférence du 14 févr. 2022|2024-04-24|14 févr. 2022|DATE|2022-02-14|2022-02-14|2022-02-14
Dakar, 12 déc. 2019 (agence)|2019-12-13|12 déc. 2019|DATE|2019-12-12|2019-12-12|2019-12-12
# sans année : le temps du verbe décide
Les deux présidents se sont rencontrés le 23 octobre.|1999-02-10|23 octobre|DATE|1998-10-23|1998-10-23|1998-10-23
Les deux présidents se rencontreront le 23 octobre.|1999-02-10|23 octobre|DATE|1999-10-23|1999-10-23|1999-10-23
L'émissaire est arrivé en décembre.|1999-05-07|décembre|DATE|1998-12|1998-12-01|1998-12-31
Le sommet se tiendra en avril.|1998-12-05|avril|DATE|1999-04|1999-04-01|1999-04-30
Il a démissionné en octobre dernier.|1999-02-06|octobre dernier|DATE|1998-10|1998-10-01|1998-10-31
Elle prendra ses fonctions en avril prochain.|1999-02-06|avril prochain|DATE|1999-04|1999-04-01|1999-04-30
Il a été blessé le 23 octobre dernier.|1999-04-19|23 octobre dernier|DATE|1998-10-23|1998-10-23|1998-10-23
Le scrutin est fixé au 5 mai prochain.|2024-04-24|5 mai prochain|DATE|2024-05-05|2024-05-05|2024-05-05
# jours de la semaine
Le ministre a été reçu mardi à Rabat.|2024-04-25|mardi|DATE|2024-04-23|2024-04-23|2024-04-23
Le ministre sera reçu mardi à Rabat.|2024-04-25|mardi|DATE|2024-04-30|2024-04-30|2024-04-30
Il s'est entretenu jeudi avec son homologue.|2024-04-25|jeudi|DATE|2024-04-25|2024-04-25|2024-04-25
Il s'entretiendra samedi avec son homologue.|2024-04-25|samedi|DATE|2024-04-27|2024-04-27|2024-04-27
Il doit se rendre lundi à Alger.|2024-04-25|lundi|DATE|2024-04-29|2024-04-29|2024-04-29
La visite prévue lundi aura lieu.|2024-04-25|lundi|DATE|2024-04-29|2024-04-29|2024-04-29
Ils se sont vus lundi dernier.|2024-04-25|lundi dernier|DATE|2024-04-22|2024-04-22|2024-04-22
Ils se verront vendredi prochain.|2024-04-25|vendredi prochain|DATE|2024-04-26|2024-04-26|2024-04-26
Le Conseil se réunit ce vendredi.|2024-04-25|ce vendredi|DATE|2024-04-26|2024-04-26|2024-04-26
Rendez-vous vendredi en huit.|2024-04-23|vendredi en huit|DATE|2024-05-03|2024-05-03|2024-05-03
Le vote aura lieu mardi de la semaine prochaine.|2024-04-25|mardi de la semaine prochaine|DATE|2024-04-30|2024-04-30|2024-04-30
La trêve dure jusqu'à vendredi.|2024-04-24|vendredi|DATE|2024-04-26|-|2024-04-26
# comptés du jour de parution
Il est arrivé hier à Lomé.|2024-03-01|hier|DATE|2024-02-29|2024-02-29|2024-02-29
Le conseil vote aujourd'hui.|2024-03-01|aujourd'hui|DATE|2024-03-01|2024-03-01|2024-03-01
Le conseil vote aujourd’hui.|2024-03-01|aujourd’hui|DATE|2024-03-01|2024-03-01|2024-03-01
Il part demain pour Rabat.|2024-02-28|demain|DATE|2024-02-29|2024-02-29|2024-02-29
Elle a appelé avant-hier.|2024-03-01|avant-hier|DATE|2024-02-28|2024-02-28|2024-02-28
Ils partent après-demain.|2024-02-28|après-demain|DATE|2024-03-01|2024-03-01|2024-03-01
Ils se sont vus la semaine dernière.|2024-04-24|la semaine dernière|DATE|2024-W16|2024-04-15|2024-04-21
Ils se verront la semaine prochaine.|2024-04-24|la semaine prochaine|DATE|2024-W18|2024-04-29|2024-05-05
Les ministres ont parlé cette semaine.|2024-04-24|cette semaine|DATE|2024-W17|2024-04-22|2024-04-28
Le pacte a été signé le mois dernier.|2024-01-24|le mois dernier|DATE|2023-12|2023-12-01|2023-12-31
Le pacte sera signé le mois prochain.|2024-01-24|le mois prochain|DATE|2024-02|2024-02-01|2024-02-29
Il a été élu l'an dernier.|2024-01-24|l'an dernier|DATE|2023|2023-01-01|2023-12-31
Il sera réélu l’année prochaine.|2024-01-24|l’année prochaine|DATE|2025|2025-01-01|2025-12-31
L'accord sera conclu cette année.|2024-01-24|cette année|DATE|2024|2024-01-01|2024-12-31
Le budget de ce mois-ci est voté.|2024-01-24|ce mois-ci|DATE|2024-01|2024-01-01|2024-01-31
Il a pris le pouvoir il y a trois mois.|2024-04-24|il y a trois mois|DATE|2024-01|2024-01-01|2024-01-31
Ils sont partis il y a onze jours.|2024-04-24|il y a onze jours|DATE|2024-04-13|2024-04-13|2024-04-13
Le coup d'État a eu lieu il y a deux ans.|2024-04-24|il y a deux ans|DATE|2022|2022-01-01|2022-12-31
Voici deux semaines, il démissionnait.|2024-04-24|Voici deux semaines|DATE|2024-W15|2024-04-08|2024-04-14
Les troupes partiront dans deux semaines.|2024-04-24|deux semaines|DATE|2024-W19|2024-05-06|2024-05-12
Il reviendra dans dix jours.|2024-04-24|dix jours|DATE|2024-05-04|2024-05-04|2024-05-04
L'été dernier, il était à Nice.|2024-04-24|L'été dernier|DATE|2023-SU|2023-06-01|2023-08-31
Le week-end dernier, ils ont voté.|2024-04-24|Le week-end dernier|DATE|2024-W16-WE|2024-04-20|2024-04-21
Il sera à Berlin ce week-end.|2024-04-24|ce week-end|DATE|2024-W17-WE|2024-04-27|2024-04-28
# comptés d'une expression précédente
Ils arrivent le 3 avril 2024. Le lendemain, ils verront le roi.|2024-03-01|Le lendemain|DATE|2024-04-04|2024-04-04|2024-04-04
Le sommet du 3 avril 2024 a réuni dix pays. La veille, il pleuvait.|2024-05-01|La veille|DATE|2024-04-02|2024-04-02|2024-04-02
Arrivés le 3 avril 2024, ils repartent le surlendemain.|2024-05-01|le surlendemain|DATE|2024-04-05|2024-04-05|2024-04-05
Arrivés le 3 avril 2024, ils sont repartis deux jours plus tard.|2024-05-01|deux jours plus tard|DATE|2024-04-05|2024-04-05|2024-04-05
Arrivés le 3 avril 2024, ils ont signé le même jour.|2024-05-01|le même jour|DATE|2024-04-03|2024-04-03|2024-04-03
Le 3 avril 2024, il a plu. Cette semaine-là, le baril a baissé.|2024-05-01|Cette semaine-là|DATE|2024-W14|2024-04-01|2024-04-07
Le 3 avril 2024, il a plu. La semaine suivante, il a neigé.|2024-05-01|La semaine suivante|DATE|2024-W15|2024-04-08|2024-04-14
Le pacte date de 1998. L'année suivante, il fut rompu.|2024-05-01|L'année suivante|DATE|1999|1999-01-01|1999-12-31
Il est parti au lendemain du 3 avril 2024.|2024-05-01|lendemain du 3 avril 2024|DATE|2024-04-04|2024-04-04|2024-04-04
Il l'a dit à la veille du 3 avril 2024.|2024-05-01|la veille du 3 avril 2024|DATE|2024-04-02|2024-04-02|2024-04-02
Le sommet s'ouvre le 10 avril. Les ministres suivront le 14.|2024-04-01|14|DATE|2024-04-14|2024-04-14|2024-04-14
# intervalles
Il sera à Pékin du 3 au 5 avril 2024.|2024-03-24|3 au 5 avril 2024|DATE|2024-04-03/2024-04-05|2024-04-03|2024-04-05
Il sera en visite du 29 avril au 3 mai.|2024-04-24|29 avril au 3 mai|DATE|2024-04-29/2024-05-03|2024-04-29|2024-05-03
Visite du lundi 3 au mercredi 5 avril 2023|2023-03-24|lundi 3 au mercredi 5 avril 2023|DATE|2023-04-03/2023-04-05|2023-04-03|2023-04-05
L'exercice se tiendra entre le 3 et le 5 juin.|2024-04-24|3 et le 5 juin|DATE|2024-06-03/2024-06-05|2024-06-03|2024-06-05
Forum à Antalya les 17-19 juin 2021|2021-05-24|17-19 juin 2021|DATE|2021-06-17/2021-06-19|2021-06-17|2021-06-19
La conférence aura lieu du 30 décembre au 2 janvier.|2024-12-01|30 décembre au 2 janvier|DATE|2024-12-30/2025-01-02|2024-12-30|2025-01-02
La mission s'est déroulée du 30 décembre 2023 au 2 janvier 2024.|2024-02-01|30 décembre 2023 au 2 janvier 2024|DATE|2023-12-30/2024-01-02|2023-12-30|2024-01-02
Il sera à Rome de lundi à mercredi.|2024-04-25|lundi à mercredi|DATE|2024-04-29/2024-05-01|2024-04-29|2024-05-01
Tournée du 1er au 4 mars|2024-02-25|1er au 4 mars|DATE|2024-03-01/2024-03-04|2024-03-01|2024-03-04
Il se rendra à Minsk les 4 et 5 octobre 2019.|2019-09-05|5 octobre 2019|DATE|2019-10-05|2019-10-05|2019-10-05
Il se rendra à Minsk les 4 et 5 octobre 2019.|2019-09-05|4|DATE|2019-10-04|2019-10-04|2019-10-04
Le budget 2023-2024 est voté.|2024-04-25|2023-2024|DATE|2023/2024|2023-01-01|2024-12-31
# ouverts d'un côté
Le dialogue se poursuit depuis juillet 2023.|2024-04-24|juillet 2023|DATE|2023-07|2023-07-01|-
Les forces partiront d'ici la fin de l'année.|2024-04-24|la fin de l'année|DATE|2024|-|2024-12-31
Elles partiront d'ici à 2030.|2024-04-24|2030|DATE|2030|-|2030-12-31
Le mandat court jusqu'au 5 mai 2025.|2024-04-24|5 mai 2025|DATE|2025-05-05|-|2025-05-05
La mesure vaut à partir du 3 juin.|2024-04-24|3 juin|DATE|2024-06-03|2024-06-03|-
Il viendra dans les mois à venir.|2024-04-24|les mois à venir|DURATION|PXM|2024-04-24|-
Il viendra dans les prochains jours.|2024-04-24|les prochains jours|DURATION|PXD|2024-04-24|-
Ces derniers jours, la tension a monté.|2024-04-24|Ces derniers jours|DURATION|PXD|-|2024-04-24
Le commerce a crû au cours des dix dernières années.|2024-04-24|dix dernières années|DURATION|P10Y|2014-04-24|2024-04-24
Il se décidera dans les trois prochains jours.|2024-04-24|les trois prochains jours|DURATION|P3D|2024-04-24|2024-04-27
# semaines, parties de l'année
Ils se voient la semaine du 29 avril.|2024-04-24|la semaine du 29 avril|DATE|2024-W18|2024-04-29|2024-05-05
Il rentrera fin avril.|2024-03-24|fin avril|DATE|2024-04|2024-04-21|2024-04-30
Il est parti début mars.|2024-03-24|début mars|DATE|2024-03|2024-03-01|2024-03-10
Le vote aura lieu à la mi-juin.|2024-03-24|la mi-juin|DATE|2024-06|2024-06-11|2024-06-20
La base fermera fin 2024.|2024-03-24|fin 2024|DATE|2024|2024-09-01|2024-12-31
La base fermera à la fin du mois.|2024-03-24|la fin du mois|DATE|2024-03|2024-03-21|2024-03-31
Au premier trimestre 2024, l'or a monté.|2024-05-24|premier trimestre 2024|DATE|2024-Q1|2024-01-01|2024-03-31
Au second semestre 2023, l'or a baissé.|2024-05-24|second semestre 2023|DATE|2023-H2|2023-07-01|2023-12-31
Il est venu à l'été 2023.|2024-04-24|l'été 2023|DATE|2023-SU|2023-06-01|2023-08-31
Le retrait aura lieu à l'automne.|2024-04-24|l'automne|DATE|2024-FA|2024-09-01|2024-11-30
La crise des années 1990 est loin.|2024-04-24|années 1990|DATE|199|1990-01-01|1999-12-31
Dans les années 90, tout allait bien.|2024-04-24|les années 90|DATE|199|1990-01-01|1999-12-31
C'est la tâche du XXIe siècle.|2024-04-24|XXIe siècle|DATE|20|2000-01-01|2099-12-31
Il est mort à Noël 2023.|2024-04-24|Noël 2023|DATE|2023-12-25|2023-12-25|2023-12-25
Le pape a parlé le lundi de Pâques.|2024-04-24|lundi de Pâques|DATE|2024-04-01|2024-04-01|2024-04-01
# durées
Il achève une visite de trois jours.|2024-04-24|trois jours|DURATION|P3D|-|-
Les deux hommes ont parlé pendant 45 mn.|2024-04-24|45 mn|DURATION|PT45M|-|-
Le premier : 45 min d’échange|2024-04-24|45 min|DURATION|PT45M|-|-
Une visite de 48 heures à Tunis|2024-04-24|48 heures|DURATION|PT48H|-|-
L'entretien a duré deux heures et demie.|2024-04-24|deux heures et demie|DURATION|PT2H30M|-|-
L'entretien a duré une heure et demie.|2024-04-24|une heure et demie|DURATION|PT1H30M|-|-
Il est resté une quinzaine de jours.|2024-04-24|une quinzaine de jours|DURATION|P15D|-|-
L'armée a gouverné plusieurs mois.|2024-04-24|plusieurs mois|DURATION|PXM|-|-
Le blocus a duré quarante-cinq jours.|2024-04-24|quarante-cinq jours|DURATION|P45D|-|-
La guerre a duré vingt et un ans.|2024-04-24|vingt et un ans|DURATION|P21Y|-|-
Il a parlé trois quarts d'heure.|2024-04-24|trois quarts d'heure|DURATION|PT45M|-|-
# répétitions
Ils se voient tous les mardis.|2024-04-24|tous les mardis|SET|XXXX-WXX-2|-|-
Ils se voient chaque mardi.|2024-04-24|chaque mardi|SET|XXXX-WXX-2|-|-
Le conseil siège deux fois par an.|2024-04-24|deux fois par an|SET|P1Y|-|-
Les vols sont quotidiens.|2024-04-24|quotidiens|SET|P1D|-|-
C'est le sommet annuel.|2024-04-24|annuel|SET|P1Y|-|-
# heures
Il sera reçu dimanche 11 juin 2017 à 16h30.|2017-06-09|dimanche 11 juin 2017 à 16h30|TIME|2017-06-11T16:30|2017-06-11|2017-06-11
La presse entrera dès 15h30.|2017-06-09|15h30|TIME|2017-06-09T15:30|2017-06-09|2017-06-09
La presse entrera à 15 h 30.|2017-06-09|15 h 30|TIME|2017-06-09T15:30|2017-06-09|2017-06-09
Le vote a lieu à 16 heures.|2017-06-09|16 heures|TIME|2017-06-09T16:00|2017-06-09|2017-06-09
Le séisme s'est produit à 07h00 GMT.|2017-06-09|07h00 GMT|TIME|2017-06-09T07:00|2017-06-09|2017-06-09
Il arrive à 6 heures du soir.|2017-06-09|6 heures du soir|TIME|2017-06-09T18:00|2017-06-09|2017-06-09
Le cessez-le-feu entre en vigueur à minuit.|2017-06-09|minuit|TIME|2017-06-09T24:00|2017-06-09|2017-06-09
Il a été arrêté lundi matin.|2024-04-25|lundi matin|TIME|2024-04-22TMO|2024-04-22|2024-04-22
Il s'exprimera ce soir.|2024-04-25|ce soir|TIME|2024-04-25TEV|2024-04-25|2024-04-25
Il s'est exprimé hier soir.|2024-04-25|hier soir|TIME|2024-04-24TEV|2024-04-24|2024-04-24
Il partira demain matin.|2024-04-25|demain matin|TIME|2024-04-26TMO|2024-04-26|2024-04-26
Il s'est posé dans la nuit de lundi à mardi.|2024-04-25|la nuit de lundi à mardi|TIME|2024-04-22TNI|2024-04-22|2024-04-22
La séance dure de 10h à 12h.|2024-04-25|10h à 12h|TIME|2024-04-25T10:00/2024-04-25T12:00|2024-04-25|2024-04-25
# maintenant
L'émissaire est actuellement au Caire.|2024-04-24|actuellement|DATE|PRESENT_REF|2024-04-24|2024-04-24
Ils se sont récemment parlé.|2024-04-24|récemment|DATE|PAST_REF|-|2024-04-24
Ils se verront prochainement.|2024-04-24|prochainement|DATE|FUTURE_REF|2024-04-24|-
# sans jour de parution
Il arrive mardi.|-|mardi|DATE|XXXX-WXX-2|-|-
Il est venu le 23 octobre.|-|23 octobre|DATE|XXXX-10-23|-|-
Il est venu hier.|-|hier|DATE|-|-|-
"""
