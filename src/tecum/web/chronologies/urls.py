"""Addresses of chronologies."""

from django.urls import path

from tecum.web.chronologies import views

app_name = "chronologies"
urlpatterns = [
    path("chronologies", views.chronology_list, name="list"),
    path("chronologies/import", views.bring, name="bring"),
    path("chronologies/<str:thread>", views.page, name="page"),
]
