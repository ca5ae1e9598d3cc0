"""Addresses of the inbox and of documents."""

from django.urls import path

from tecum.web.intake import erasures, views

app_name = "intake"
urlpatterns = [
    path("inbox", views.inbox, name="inbox"),
    path("inbox/upload", views.upload, name="upload"),
    path("erasures", erasures.erasures, name="erasures"),
    path("erasures/agree", erasures.agree, name="erasures-agree"),
    path("erasures/withdraw", erasures.withdraw, name="erasures-withdraw"),
    path("docket/<str:docket>/erase", erasures.erase, name="erase"),
    path("docket/<str:docket>/erase/ask", erasures.ask, name="erase-ask"),
    path("docket/<str:docket>/take", views.take, name="take"),
    path("docket/<str:docket>/dismiss", views.dismiss, name="dismiss"),
    path("docket/<str:docket>/attach", views.attach, name="attach"),
    path("docket/<str:docket>/read-again", views.read_again, name="read-again"),
    path("docket/<str:docket>/open", views.open_locked, name="open-locked"),
    path("docket/<str:docket>/working-copy", views.download_copy, name="working-copy"),
    path("docket/<str:docket>/release", views.release, name="release"),
    path("docket/<str:docket>/page/<int:n>", views.page_image, name="page-image"),
    path("docket/<str:docket>/document", views.download, name="download"),
]
