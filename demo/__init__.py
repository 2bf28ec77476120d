"""A believable province to try Một Cửa in: Tuyên Quang after 1 July 2025, in small.

Every person here is invented, officials and citizens alike; identity numbers and telephone numbers are made
up, and so are the codes of agencies below the province (H60.*). Names of places and of agencies are real.
Procedures carry real names, codes, decision numbers and limits, told in our own words; what the published
source leaves out is said to be missing or, where a trial needs it, filled by hand with a note. The source
gives no day of effect, so every version holds from the same day here.
"""
