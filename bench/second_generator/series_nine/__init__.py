"""A ninth set of invented papers, in two halves of different families and issuers.

Every person, office, number and date is invented; no paper is a usable form.
"""
