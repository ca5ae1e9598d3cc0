"""Address of the status page."""

from django.urls import path

from tecum.web.status import views

app_name = "status"
urlpatterns = [path("status", views.status, name="status")]
