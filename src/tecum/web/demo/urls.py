"""Addresses of the demonstration."""

from django.urls import path

from tecum.web.demo import views

app_name = "demo"
urlpatterns = [
    path("demo/switch", views.switch, name="switch"),
    path("demo/next-day", views.next_day, name="next-day"),
]
