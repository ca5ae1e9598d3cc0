"""Scoring the reader on documents whose truth is known (READING 16).

    truth → readings → score (field by field) → measures → report, page, accuracy

The scores agree, figure by figure, with the independent scorer of the shared corpus; where the
specification measures otherwise, both figures are given and named.
"""
