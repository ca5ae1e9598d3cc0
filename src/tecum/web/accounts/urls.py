"""Addresses of signing in and of people."""

from django.urls import path

from tecum.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in", views.sign_in_page, name="sign-in"),
    path("sign-in/<str:token>", views.link, name="link"),
    path("sign-out", views.sign_out, name="sign-out"),
    path("people", views.people_page, name="people"),
]
