"""Addresses of chronologies."""

from django.urls import path

from tecum.web.chronologies import document_views, edit_views, views

app_name = "chronologies"
_EVENT = "chronologies/<str:thread>/events/<str:event>"
_DOCUMENT = "chronologies/<str:thread>/documents/<str:document>"
urlpatterns = [
    path("chronologies", views.chronology_list, name="list"),
    path("chronologies/import", views.bring, name="bring"),
    path("chronologies/<str:thread>", views.page, name="page"),
    path("chronologies/<str:thread>/exhibit.<str:form>", views.exhibit, name="exhibit"),
    path("chronologies/<str:thread>/events", edit_views.note, name="note"),
    path("chronologies/<str:thread>/documents", document_views.add, name="document-add"),
    path("chronologies/<str:thread>/documents/read", document_views.read, name="document-read"),
    path(_DOCUMENT, document_views.page, name="document"),
    path(f"{_DOCUMENT}/told", document_views.told, name="document-told"),
    path(f"{_DOCUMENT}/accept", document_views.accept_one, name="proposal-accept"),
    path(f"{_DOCUMENT}/reject", document_views.reject_one, name="proposal-reject"),
    path(f"{_DOCUMENT}/<str:proposal>", document_views.edit, name="proposal-edit"),
    path(_EVENT, views.event, name="event"),
    path(f"{_EVENT}/claim", edit_views.claim, name="claim"),
    path(f"{_EVENT}/change", edit_views.change, name="change"),
    path(f"{_EVENT}/join", edit_views.join, name="join"),
    path(f"{_EVENT}/part", edit_views.part, name="part"),
]
