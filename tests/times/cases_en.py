"""English cases: text, published, and for each expression its words, value, earliest and latest.

Days are written short: "0407" is 7 April of the published year's century's year given before it.
"""

# text | published | expression | type | value | earliest | latest   ("-" is None, "=" is the value's own day)
TABLE = """
# the calendar
The embassy opened on August 7, 1998.|2024-04-24|August 7, 1998|DATE|1998-08-07|1998-08-07|1998-08-07
He was born on 7 August 1998 in Accra.|2024-04-24|7 August 1998|DATE|1998-08-07|1998-08-07|1998-08-07
The treaty of the 7th of August, 1998 stands.|2024-04-24|7th of August, 1998|DATE|1998-08-07|1998-08-07|1998-08-07
They signed on Aug. 7, 1998, in Paris.|2024-04-24|Aug. 7, 1998|DATE|1998-08-07|1998-08-07|1998-08-07
Posted Fri. Jun 2nd, 2023|2023-06-05|Fri. Jun 2nd, 2023|DATE|2023-06-02|2023-06-02|2023-06-02
Sept. 5, 2001 was a Wednesday.|2024-04-24|Sept. 5, 2001|DATE|2001-09-05|2001-09-05|2001-09-05
The minister flew home on Wednesday, April 24, 2024.|2024-04-25|Wednesday, April 24, 2024|DATE|2024-04-24|2024-04-24|2024-04-24
The agreement dates from March 2026.|2026-05-01|March 2026|DATE|2026-03|2026-03-01|2026-03-31
They met in March of 1998.|2024-04-24|March of 1998|DATE|1998-03|1998-03-01|1998-03-31
The accord was signed in 1998.|2024-04-24|1998|DATE|1998|1998-01-01|1998-12-31
He has served since Oct. '98.|2024-04-24|Oct. '98|DATE|1998-10|1998-10-01|-
The summit took place on 2024-04-29.|2024-05-02|2024-04-29|DATE|2024-04-29|2024-04-29|2024-04-29
Updated 2024-04-29T14:30:00Z|2024-05-02|2024-04-29T14:30:00Z|TIME|2024-04-29T14:30|2024-04-29|2024-04-29
BRUSSELS (Agency - 03rd October, 2019) The mission has left.|2019-10-03|03rd October, 2019|DATE|2019-10-03|2019-10-03|2019-10-03
ShareMarch 12, 2024Print|2024-03-13|March 12, 2024|DATE|2024-03-12|2024-03-12|2024-03-12
BRUSSELS12 March 2024By our staff|2024-03-13|12 March 2024|DATE|2024-03-12|2024-03-12|2024-03-12
Source: U.S. Department of State, April 24, 2024|2024-04-25|April 24, 2024|DATE|2024-04-24|2024-04-24|2024-04-24
# without a year: the tense decides
The two presidents met on Oct. 23.|1999-02-10|Oct. 23|DATE|1998-10-23|1998-10-23|1998-10-23
The two presidents will meet on Oct. 23.|1999-02-10|Oct. 23|DATE|1999-10-23|1999-10-23|1999-10-23
The ministry said the talks would open on Jan. 14.|1999-12-20|Jan. 14|DATE|2000-01-14|2000-01-14|2000-01-14
The envoy arrived in December.|1999-05-07|December|DATE|1998-12|1998-12-01|1998-12-31
The leaders are expected to sign in April.|1998-12-05|April|DATE|1999-04|1999-04-01|1999-04-30
He resigned last October.|1999-02-06|last October|DATE|1998-10|1998-10-01|1998-10-31
She takes office next April.|1999-02-06|next April|DATE|1999-04|1999-04-01|1999-04-30
He was shot last Oct. 23 at his home.|1999-04-19|Oct. 23|DATE|1998-10-23|1998-10-23|1998-10-23
# weekdays
The ministers met on Tuesday.|2024-04-25|Tuesday|DATE|2024-04-23|2024-04-23|2024-04-23
The ministers will meet on Tuesday.|2024-04-25|Tuesday|DATE|2024-04-30|2024-04-30|2024-04-30
The summit on Friday in Accra.|2024-04-25|Friday|DATE|2024-04-26|2024-04-26|2024-04-26
A statement on Monday in Accra.|2024-04-25|Monday|DATE|2024-04-22|2024-04-22|2024-04-22
The spokesman said Thursday that talks went on.|2024-04-25|Thursday|DATE|2024-04-25|2024-04-25|2024-04-25
The two sides met last Tuesday.|2024-04-25|last Tuesday|DATE|2024-04-23|2024-04-23|2024-04-23
They meet again next Tuesday.|2024-04-25|next Tuesday|DATE|2024-04-30|2024-04-30|2024-04-30
They meet this coming Monday.|2024-04-25|this coming Monday|DATE|2024-04-29|2024-04-29|2024-04-29
The talks are scheduled to begin Monday.|2024-04-25|Monday|DATE|2024-04-29|2024-04-29|2024-04-29
The talks scheduled for Friday were called off.|2024-04-25|Friday|DATE|2024-04-26|2024-04-26|2024-04-26
The vote was postponed until Tuesday.|2024-04-25|Tuesday|DATE|2024-04-30|-|2024-04-30
He agreed to meet the envoy on Saturday.|2024-04-25|Saturday|DATE|2024-04-27|2024-04-27|2024-04-27
They visited Lagos on Tuesday of last week.|2024-04-25|Tuesday of last week|DATE|2024-04-16|2024-04-16|2024-04-16
# counted from the published day
Talks were held yesterday.|2024-03-01|yesterday|DATE|2024-02-29|2024-02-29|2024-02-29
Today the council votes.|2024-03-01|Today|DATE|2024-03-01|2024-03-01|2024-03-01
He leaves tomorrow for Rabat.|2024-02-28|tomorrow|DATE|2024-02-29|2024-02-29|2024-02-29
She called the day before yesterday.|2024-03-01|the day before yesterday|DATE|2024-02-28|2024-02-28|2024-02-28
They met last week in Doha.|2024-04-24|last week|DATE|2024-W16|2024-04-15|2024-04-21
Follow-up talks come next week.|2024-04-24|next week|DATE|2024-W18|2024-04-29|2024-05-05
Both ministers spoke this week.|2024-04-24|this week|DATE|2024-W17|2024-04-22|2024-04-28
The pact was signed last month.|2024-01-24|last month|DATE|2023-12|2023-12-01|2023-12-31
The pact will be signed next year.|2024-01-24|next year|DATE|2025|2025-01-01|2025-12-31
He won the election three months ago.|2024-04-24|three months ago|DATE|2024-01|2024-01-01|2024-01-31
It began two weeks ago.|2024-04-24|two weeks ago|DATE|2024-W15|2024-04-08|2024-04-14
They left eleven days ago.|2024-04-24|eleven days ago|DATE|2024-04-13|2024-04-13|2024-04-13
He took power a decade ago.|1999-03-12|a decade ago|DATE|1989|1989-01-01|1989-12-31
The troops will leave in two weeks' time.|2024-04-24|two weeks' time|DATE|2024-W19|2024-05-06|2024-05-12
They will be back ten days from now.|2024-04-24|ten days from now|DATE|2024-05-04|2024-05-04|2024-05-04
The delegation returns early next month.|2024-04-24|early next month|DATE|2024-05|2024-05-01|2024-05-10
He resigned late last year.|2024-04-24|late last year|DATE|2023|2023-09-01|2023-12-31
It rained a lot last fall.|1999-05-07|last fall|DATE|1998-FA|1998-09-01|1998-11-30
He was found last Thanksgiving.|2000-02-10|last Thanksgiving|DATE|1999-11-25|1999-11-25|1999-11-25
The bishop spoke on Good Friday 2024.|2024-04-24|Good Friday 2024|DATE|2024-03-29|2024-03-29|2024-03-29
# counted from an earlier expression
They landed on April 3, 2024. The next day they met the king.|2024-05-01|The next day|DATE|2024-04-04|2024-04-04|2024-04-04
They landed on April 3, 2024. Two days later they left.|2024-05-01|Two days later|DATE|2024-04-05|2024-04-05|2024-04-05
They landed on April 3, 2024. That week the oil price fell.|2024-05-01|That week|DATE|2024-W14|2024-04-01|2024-04-07
They landed on April 3, 2024, and left the same day.|2024-05-01|the same day|DATE|2024-04-03|2024-04-03|2024-04-03
They landed on April 3, 2024. The following week they flew home.|2024-05-01|The following week|DATE|2024-W15|2024-04-08|2024-04-14
Profit rose in the third quarter of 1989 from a year earlier.|1989-11-02|a year earlier|DATE|1988-Q3|1988-07-01|1988-09-30
They landed on April 3, 2024. The next morning they met the king.|2024-05-01|The next morning|TIME|2024-04-04TMO|2024-04-04|2024-04-04
The summit is set for April 24 and 25.|1999-02-10|25|DATE|1999-04-25|1999-04-25|1999-04-25
# ranges
He will visit from August 22 to 26.|2024-07-01|August 22 to 26|DATE|2024-08-22/2024-08-26|2024-08-22|2024-08-26
She will be in Rome from April 29 to May 3.|2024-04-24|April 29 to May 3|DATE|2024-04-29/2024-05-03|2024-04-29|2024-05-03
The envoy is traveling in Texas, March 10-12, 2024.|2024-03-12|March 10-12, 2024|DATE|2024-03-10/2024-03-12|2024-03-10|2024-03-12
The exercise will be held between June 3 and 5.|2024-04-24|June 3 and 5|DATE|2024-06-03/2024-06-05|2024-06-03|2024-06-05
The forum meets in Antalya on 17-19 June.|2024-05-24|17-19 June|DATE|2024-06-17/2024-06-19|2024-06-17|2024-06-19
A conference will run from December 30 to January 2.|2024-12-01|December 30 to January 2|DATE|2024-12-30/2025-01-02|2024-12-30|2025-01-02
The mission ran from December 30 to January 2.|2025-01-20|December 30 to January 2|DATE|2024-12-30/2025-01-02|2024-12-30|2025-01-02
Both were set for 4-5 October 2019 in Minsk.|2019-10-03|4-5 October 2019|DATE|2019-10-04/2019-10-05|2019-10-04|2019-10-05
The ministry gave Jan. 8 to 14 as the dates.|2023-01-07|Jan. 8 to 14|DATE|2023-01-08/2023-01-14|2023-01-08|2023-01-14
The trip of May 29 – June 2, 2023 is over.|2023-07-07|May 29 – June 2, 2023|DATE|2023-05-29/2023-06-02|2023-05-29|2023-06-02
He will be there from Monday to Wednesday.|2024-04-25|Monday to Wednesday|DATE|2024-04-29/2024-05-01|2024-04-29|2024-05-01
The 1998-99 budget is closed.|2024-04-25|1998-99|DATE|1998/1999|1998-01-01|1999-12-31
# open ranges
Dialogue has gone on since July 2023.|2024-04-24|July 2023|DATE|2023-07|2023-07-01|-
The forces must leave by the end of the year.|2024-04-24|the end of the year|DATE|2024|-|2024-12-31
The truce lasts until Friday.|2024-04-24|Friday|DATE|2024-04-26|-|2024-04-26
He will visit Niamey in the coming months.|2024-04-24|the coming months|DURATION|PXM|2024-04-24|-
Trade has grown over the past decade.|2024-04-24|past decade|DURATION|P10Y|2014-04-24|2024-04-24
The jobs he has held over the past 20 years are many.|1999-06-07|past 20 years|DURATION|P20Y|1979-06-07|1999-06-07
They will meet again in the next three days.|2024-04-24|next three days|DURATION|P3D|2024-04-24|2024-04-27
# weeks, parts of years
They meet in the week of April 29.|2024-04-24|the week of April 29|DATE|2024-W18|2024-04-29|2024-05-05
The hearing is in the week beginning May 6.|2024-04-24|the week beginning May 6|DATE|2024-W19|2024-05-06|2024-05-12
He spoke at the weekend.|2024-04-23|the weekend|DATE|2024-W16-WE|2024-04-20|2024-04-21
Sales rose in the third quarter.|1989-11-02|the third quarter|DATE|1989-Q3|1989-07-01|1989-09-30
Sales rose in the first half of 1998.|1998-11-02|the first half of 1998|DATE|1998-H1|1998-01-01|1998-06-30
Q3 2024 was good.|2024-11-02|Q3 2024|DATE|2024-Q3|2024-07-01|2024-09-30
In fiscal 1998 it lost money.|1998-11-02|fiscal 1998|DATE|FY1998|1997-04-01|1998-12-31
The crisis of the 1990s is past.|2024-04-24|the 1990s|DATE|199|1990-01-01|1999-12-31
It began in the early 1990s.|2024-04-24|the early 1990s|DATE|199|1990-01-01|1993-05-01
This is a task for the 21st century.|2024-04-24|the 21st century|DATE|20|2000-01-01|2099-12-31
He came in the summer of 1998.|2024-04-24|the summer of 1998|DATE|1998-SU|1998-06-01|1998-08-31
Ratification ended in mid-March 1999.|2024-04-24|mid-March 1999|DATE|1999-03|1999-03-11|1999-03-20
# lengths
He ended a three-day visit to Oslo.|2024-04-24|three-day|DURATION|P3D|-|-
The call lasted 45 minutes.|2024-04-24|45 minutes|DURATION|PT45M|-|-
They spoke for about two hours.|2024-04-24|about two hours|DURATION|PT2H|-|-
It took 5 1/2 hours.|2024-04-24|5 1/2 hours|DURATION|PT5H30M|-|-
He stayed for an hour and a half.|2024-04-24|an hour and a half|DURATION|PT1H30M|-|-
She waited for years.|2024-04-24|years|DURATION|PXY|-|-
The blockade lasted forty-five days.|2024-04-24|forty-five days|DURATION|P45D|-|-
The army ruled for several months.|2024-04-24|several months|DURATION|PXM|-|-
They camped for a fortnight.|2024-04-24|a fortnight|DURATION|P2W|-|-
# sets
They meet every Tuesday.|2024-04-24|every Tuesday|SET|XXXX-WXX-2|-|-
The board meets twice a year.|2024-04-24|twice a year|SET|P1Y|-|-
The flights are daily.|2024-04-24|daily|SET|P1D|-|-
Exiles send $1 billion a year home.|2024-04-24|a year|SET|P1Y|-|-
# times of day
3:30p.m. Deputy Secretary meets the board.|2024-03-12|3:30p.m.|TIME|2024-03-12T15:30|2024-03-12|2024-03-12
The briefing starts at 3:30 p.m. EDT.|2024-03-12|3:30 p.m. EDT|TIME|2024-03-12T15:30|2024-03-12|2024-03-12
The raid began at 0700 GMT Friday.|1998-08-21|0700 GMT Friday|TIME|1998-08-21T07:00|1998-08-21|1998-08-21
8:00 a.m. LOCAL Arrival ceremony|2024-03-12|8:00 a.m. LOCAL|TIME|2024-03-12T08:00|2024-03-12|2024-03-12
The family has until 9 a.m. Tuesday to sign.|2000-04-01|9 a.m. Tuesday|TIME|2000-04-04T09:00|-|2000-04-04
They meet on Tuesday at 9 a.m. in Accra.|2024-04-25|Tuesday at 9 a.m.|TIME|2024-04-30T09:00|2024-04-30|2024-04-30
The guns fell silent at midnight.|2024-04-25|midnight|TIME|2024-04-25T24:00|2024-04-25|2024-04-25
He flew home on Friday morning.|1998-08-21|Friday morning|TIME|1998-08-21TMO|1998-08-21|1998-08-21
They spoke this evening.|2024-04-25|this evening|TIME|2024-04-25TEV|2024-04-25|2024-04-25
The plane landed last night.|2024-04-25|last night|TIME|2024-04-24TNI|2024-04-24|2024-04-24
He speaks tonight.|2024-04-25|tonight|TIME|2024-04-25TNI|2024-04-25|2024-04-25
He arrived at 4 in the morning.|2024-04-25|4 in the morning|TIME|2024-04-25T04:00|2024-04-25|2024-04-25
# partial dates
The summit opens on April 10. The ministers follow on the 14th.|2024-04-01|the 14th|DATE|2024-04-14|2024-04-14|2024-04-14
Friday the 14th is a holiday.|2023-07-10|Friday the 14th|DATE|2023-07-14|2023-07-14|2023-07-14
# now and then
The envoy is now in Cairo.|2024-04-24|now|DATE|PRESENT_REF|2024-04-24|2024-04-24
They recently spoke.|2024-04-24|recently|DATE|PAST_REF|-|2024-04-24
Nobody knows the future.|2024-04-24|the future|DATE|FUTURE_REF|2024-04-24|-
# financial news
Third-quarter profit fell.|1989-10-26|Third-quarter|DATE|1989-Q3|1989-07-01|1989-09-30
Profit fell from the year-earlier level.|1989-10-26|year-earlier|DATE|1988|1988-01-01|1988-12-31
For the nine months, sales doubled.|1989-10-26|nine months|DURATION|P9M|-|-
In the fourth quarter of last year it earned more.|1989-10-26|the fourth quarter of last year|DATE|1988-Q4|1988-10-01|1988-12-31
The 30-year bond rose.|1989-10-26|30-year|DURATION|P30Y|-|-
It expects a loss for the current quarter.|1989-10-26|the current quarter|DATE|1989-Q4|1989-10-01|1989-12-31
It will be ready by year's end.|1989-10-26|year's end|DATE|1989|-|1989-12-31
Rates will fall in the week ended Oct. 27.|1989-10-30|the week ended Oct. 27|DATE|1989-W43|1989-10-23|1989-10-29
It opens later this month.|1989-10-10|later this month|DATE|1989-10|1989-10-21|1989-10-31
The company was sold two years ago.|1989-10-26|two years ago|DATE|1987|1987-01-01|1987-12-31
It paid dividends in each of the last three years.|1989-10-26|last three years|DURATION|P3Y|1986-10-26|1989-10-26
In the latest quarter it earned more.|1989-10-26|the latest quarter|DATE|1989-Q3|1989-07-01|1989-09-30
Sales in the same period a year ago were low.|1989-10-26|a year ago|DATE|1988|1988-01-01|1988-12-31
"""
