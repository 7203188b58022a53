"""Knowledge as data files, a folder a language; in: a table's name, out: its rows."""
