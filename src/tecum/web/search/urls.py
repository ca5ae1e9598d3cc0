"""Addresses of search."""

from django.urls import path

from tecum.web.search import views

app_name = "search"
urlpatterns = [
    path("search", views.search, name="search"),
    path("search/jump", views.jump_list, name="jump"),
    path("search/person", views.person, name="person"),
]
