"""Addresses of reports."""

from django.urls import path

from tecum.web.reports import views

app_name = "reports"
urlpatterns = [
    path("reports", views.report_list, name="list"),
    path("reports/owed/<str:obligation>", views.owed, name="owed"),
    path("reports/certified/<str:ref>", views.certified_page, name="certified"),
    path("reports/certified/<str:ref>/report.json", views.certified_file, name="certified-file"),
    path("reports/certified/<str:ref>/second", views.second, name="second"),
    path("reports/certified/<str:ref>/file", views.file, name="file"),
    path("reports/<str:pack>/<str:duty>", views.report, name="report"),
    path("reports/<str:pack>/<str:duty>/rows", views.rows, name="rows"),
    path("reports/<str:pack>/<str:duty>/copy.<str:form>", views.download, name="download"),
    path("reports/<str:pack>/<str:duty>/plot/<str:table>.svg", views.plot, name="plot"),
    path("reports/<str:pack>/<str:duty>/certify", views.certify, name="certify"),
    path("reports/<str:pack>/<str:duty>/nothing", views.nothing, name="nothing"),
]
