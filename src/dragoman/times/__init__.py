"""In: a text and the day it was published; out: its time expressions with their granularity.

The one resolver of dates in the code base: sources uses it for datelines and metadata, annotate
for the text. That is why it is a room of its own above both.
"""

from dragoman.times.find import find_times

__all__ = ["find_times"]
