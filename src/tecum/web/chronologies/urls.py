"""Addresses of chronologies."""

from django.urls import path

from tecum.web.chronologies import edit_views, views

app_name = "chronologies"
_EVENT = "chronologies/<str:thread>/events/<str:event>"
urlpatterns = [
    path("chronologies", views.chronology_list, name="list"),
    path("chronologies/import", views.bring, name="bring"),
    path("chronologies/<str:thread>", views.page, name="page"),
    path("chronologies/<str:thread>/exhibit.<str:form>", views.exhibit, name="exhibit"),
    path("chronologies/<str:thread>/events", edit_views.note, name="note"),
    path(_EVENT, views.event, name="event"),
    path(f"{_EVENT}/claim", edit_views.claim, name="claim"),
    path(f"{_EVENT}/change", edit_views.change, name="change"),
    path(f"{_EVENT}/join", edit_views.join, name="join"),
    path(f"{_EVENT}/part", edit_views.part, name="part"),
]
