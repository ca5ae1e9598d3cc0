"""Addresses of campaigns."""

from django.urls import path

from tecum.web.campaigns import views

app_name = "campaigns"
urlpatterns = [
    path("campaigns", views.campaign_list, name="list"),
    path("campaigns/<str:docket>", views.board, name="board"),
]
