"""Addresses that need no sign-in."""

from django.urls import path

from tecum.web.public import views

app_name = "public"
urlpatterns = [
    path("verify", views.verify, name="verify"),
    path("public", views.page, name="page"),
    path("public.json", views.as_json, name="as-json"),
]
