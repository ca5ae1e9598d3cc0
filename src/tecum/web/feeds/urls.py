"""Addresses of calendar feeds."""

from django.urls import path

from tecum.web.feeds import views

app_name = "feeds"
urlpatterns = [
    path("feeds/<str:secret>.ics", views.feed, name="feed"),
    path("deadlines/calendar", views.page, name="page"),
    path("deadlines/calendar/make", views.make, name="make"),
    path("deadlines/calendar/revoke", views.revoke, name="revoke"),
]
