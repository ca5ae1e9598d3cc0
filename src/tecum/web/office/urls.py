"""Addresses of the office's settings."""

from django.urls import path

from tecum.web.office import (
    connection_views,
    letter_views,
    team_views,
    term_views,
    views,
)

app_name = "office"
urlpatterns = [
    path("office", views.office, name="office"),
    path("office/people/teams", team_views.team_page, name="teams"),
    path("office/people/teams/keep", team_views.team_keep, name="team-keep"),
    path("office/letters", letter_views.letter_list, name="letters"),
    path("office/letters/<str:name>", letter_views.letter, name="letter"),
    path("office/letters/<str:name>/keep", letter_views.letter_keep, name="letter-keep"),
    path("office/keys", connection_views.keys, name="keys"),
    path("office/keys/rotate", connection_views.rotate, name="rotate"),
    path("office/mail-out", connection_views.mail, name="mail"),
    path("office/mail-out/keep", connection_views.mail_keep, name="mail-keep"),
    path("office/mail-out/test", connection_views.mail_test, name="mail-test"),
    path("office/mail-out/proved", connection_views.mail_proved, name="mail-proved"),
    path("office/service-terms", term_views.terms, name="terms"),
    path("office/service-terms/set", term_views.terms_set, name="terms-set"),
    path("office/<str:key>", views.change, name="change"),
]
