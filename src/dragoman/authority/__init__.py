"""In: a name and a day; out: the states, organisations, offices, holders and places known by it."""
