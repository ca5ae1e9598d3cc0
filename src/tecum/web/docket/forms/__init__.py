"""Forms of acts that a person records on a demand, each on the page where a clerk looks for it.

``shape`` what a form is made of · ``matter`` what belongs together and what follows ·
``dates`` clocks, duties, service · ``rest`` items, answer, determinations, notes, corrections ·
``courts`` proceedings and orders · ``pages`` which form stands where.
"""
