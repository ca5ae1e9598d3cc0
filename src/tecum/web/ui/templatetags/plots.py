"""Plots in pages: SVG that this product built from elements, so that nothing breaks out of it."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def drawn(svg: str) -> SafeString:
    """An SVG of :func:`tecum.reports.plot.bars_svg`, in the page."""
    return mark_safe(svg)  # noqa: S308 - built by ElementTree, which escapes every text
