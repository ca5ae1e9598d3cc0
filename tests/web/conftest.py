"""The product under test: its own data folder, a real database file, real encryption."""

from __future__ import annotations

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tecum.web.settings.test")
django.setup()
