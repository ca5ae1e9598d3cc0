"""Titles whose role the court tells: chancellors, and commissioners of a superior court.

A chancellor judges where there are courts of chancery and heads a school elsewhere. Every lawyer
admitted in Connecticut is a commissioner of its Superior Court and signs subpoenas as one (Conn.
Gen. Stat. 51-85); in other states a court's commissioner is a judicial officer.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import Block
from tecum.words import JudgeKind, SignatoryRole

__all__ = ["in_its_court"]

_CHANCELLOR = re.compile(r"\bchancellor\b", re.IGNORECASE)
_CHANCERY = re.compile(r"\b(?:chancery court|court of chancery)\b", re.IGNORECASE)
_COMMISSIONER = re.compile(r"\bcommissioner of the superior\b", re.IGNORECASE)
_CONNECTICUT = re.compile(r"\bconnecticut\b|\bC\.G\.S\.|\bConn\.", re.IGNORECASE)


def in_its_court(paper: Paper, block: Block) -> Block:
    """The block, with the role that its title has in the court of the paper."""
    title = block.title or block.name or ""
    if _CHANCELLOR.search(title) and paper.search(_CHANCERY):
        return replace(block, role=SignatoryRole.JUDGE, judge_kind=JudgeKind.STATE)
    if _COMMISSIONER.search(title) and paper.search(_CONNECTICUT):
        return replace(block, role=SignatoryRole.ATTORNEY, judge_kind=None)
    return block
