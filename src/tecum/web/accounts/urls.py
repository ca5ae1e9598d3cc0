"""Addresses of signing in and of people."""

from django.urls import path

from tecum.web.accounts import factor_views, people_views, views

app_name = "accounts"
urlpatterns = [
    path("sign-in", views.sign_in_page, name="sign-in"),
    path("sign-in/passkey/options", factor_views.passkey_options, name="passkey-options"),
    path("sign-in/passkey/answer", factor_views.passkey_answer, name="passkey-answer"),
    path("sign-in/again", factor_views.again, name="again"),
    path("sign-in/<str:token>", views.link, name="link"),
    path("sign-out", views.sign_out, name="sign-out"),
    path("kept/<str:draft>", factor_views.draft, name="draft"),
    path("me", factor_views.factors, name="factors"),
    path("me/passkey/new", factor_views.passkey_new, name="passkey-new"),
    path("me/passkey/keep", factor_views.passkey_keep, name="passkey-keep"),
    path("me/passkey/remove", factor_views.passkey_remove, name="passkey-remove"),
    path("me/code/new", factor_views.code_new, name="code-new"),
    path("me/code/keep", factor_views.code_keep, name="code-keep"),
    path("me/code/remove", factor_views.code_remove, name="code-remove"),
    path("me/recovery", factor_views.recovery_new, name="recovery-new"),
    path("me/sessions/end-one", people_views.session_end_own, name="session-end-own"),
    path("me/sessions/end", factor_views.sessions_end, name="sessions-end"),
    path("people", views.people_page, name="people"),
    path("people/<str:person>", people_views.person, name="person"),
    path("people/<str:person>/roles", people_views.roles, name="roles"),
    path("people/<str:person>/close", people_views.close, name="close"),
    path("people/<str:person>/reopen", people_views.reopen, name="reopen"),
    path("people/<str:person>/session", people_views.session_end, name="session-end"),
    path("people/<str:person>/link", factor_views.link_for, name="link-for"),
    path("people/<str:person>/forget", factor_views.factors_forget, name="factors-forget"),
]
