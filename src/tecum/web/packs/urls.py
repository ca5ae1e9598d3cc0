"""Addresses of packs."""

from django.urls import path

from tecum.web.packs import views

app_name = "packs"
urlpatterns = [
    path("packs", views.pack_list, name="list"),
    path("packs/propose", views.propose, name="propose"),
    path("packs/proposed/<str:proposal>", views.proposal, name="proposal"),
    path("packs/proposed/<str:proposal>/effect", views.effect, name="effect"),
    path(
        "packs/proposed/<str:proposal>/effect/<str:docket>/<path:label>",
        views.effect_row,
        name="effect-row",
    ),
    path("packs/proposed/<str:proposal>/approve", views.approve, name="approve"),
    path("packs/proposed/<str:proposal>/return", views.give_back, name="return"),
    path("packs/proposed/<str:proposal>/activate", views.activate, name="activate"),
    path("packs/<str:name>", views.pack, name="pack"),
    path("packs/<str:name>/edit", views.edit, name="edit"),
    path("packs/<str:name>/review", views.review, name="review"),
    path("packs/<str:name>/versions/<str:sha256>", views.version, name="version"),
]
