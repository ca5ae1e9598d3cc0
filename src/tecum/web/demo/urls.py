"""Addresses of the demonstration."""

from django.urls import path

from tecum.web.demo import views

app_name = "demo"
urlpatterns = [
    path("demo/switch", views.switch, name="switch"),
    path("demo/tour", views.tour, name="tour"),
    path("demo/checks", views.checks, name="checks"),
    path("demo/tour/rest", views.rest, name="rest"),
    path("demo/next-day", views.next_day, name="next-day"),
]
