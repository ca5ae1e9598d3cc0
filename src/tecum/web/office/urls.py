"""Addresses of the office's settings."""

from django.urls import path

from tecum.web.office import views

app_name = "office"
urlpatterns = [
    path("office", views.office, name="office"),
    path("office/<str:key>", views.change, name="change"),
]
