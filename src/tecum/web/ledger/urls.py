"""Addresses of receipts and of the office's witness."""

from django.urls import path

from tecum.web.ledger import views

app_name = "ledger"
urlpatterns = [
    path("receipts", views.receipts, name="receipts"),
    path("receipts/office.policy", views.trust, name="trust"),
    path("receipts/<str:entry>", views.receipt, name="receipt"),
    path("receipts/<str:entry>/openings", views.openings, name="openings"),
    path("witness/add-checkpoint", views.add_checkpoint, name="add-checkpoint"),
    path("witness/<str:name>/checkpoint", views.cosigned_head, name="cosigned-head"),
]
