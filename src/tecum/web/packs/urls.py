"""Addresses of packs."""

from django.urls import path

from tecum.web.packs import views

app_name = "packs"
urlpatterns = [
    path("packs", views.pack_list, name="list"),
    path("packs/<str:name>", views.pack, name="pack"),
]
