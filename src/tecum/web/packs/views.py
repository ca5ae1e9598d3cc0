"""The packs in force: what each says, its sources, and that nobody has reviewed it yet."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tecum.law.pack import Pack
from tecum.law.syntax import Block, Section
from tecum.web.accounts.errors import NotFound
from tecum.web.docket.desk import desk


@login_required
@require_GET
def pack_list(request: HttpRequest) -> HttpResponse:
    """The packs that the office's profile names, with those that they need."""
    return render(request, "packs/list.html", {"packs": desk().packs.packs})


@login_required
@require_GET
def pack(request: HttpRequest, name: str) -> HttpResponse:
    """One pack as text, section by section, in its own words."""
    found = next((row for row in desk().packs.packs if row.id == name), None)
    if found is None:
        raise NotFound
    laws = [
        {"law": law, "sections": [_section(found, row) for row in law.sections]}
        for law in found.laws
    ]
    return render(request, "packs/pack.html", {"pack": found, "laws": laws})


def _section(pack: Pack, section: Section) -> dict[str, Any]:
    """A provision: its prose, and its blocks line by line with the text each rests on."""
    reviewed = {block.id: pack.is_reviewed(block) for block in pack.blocks}
    blocks = [part for part in section.parts if isinstance(part, Block)]
    return {
        "section": section,
        "blocks": [{"block": one, "is_reviewed": reviewed.get(one.id, False)} for one in blocks],
    }
