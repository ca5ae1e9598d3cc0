"""Tests of the product. Importing this package sets Django up with the settings for tests."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tecum.web.settings.test")
django.setup()
