"""Addresses of demands and of the boards."""

from django.urls import path

from tecum.web.docket.views import (
    answer,
    boards,
    changes,
    dates,
    items,
    recounted,
    sender,
    trail,
    what_it_is,
)

app_name = "docket"
urlpatterns = [
    path("docket", boards.docket_list, name="list"),
    path("docket.csv", boards.docket_csv, name="csv"),
    path("deadlines", boards.deadlines, name="deadlines"),
    path("deadlines/recount", recounted.recount_list, name="recount-list"),
    path("deadlines/recount/accept", recounted.recount_accept, name="recount-accept"),
    path("approvals", items.approvals, name="approvals"),
    path("docket/<str:docket>", what_it_is.page, name="page"),
    path("docket/<str:docket>/confirm", what_it_is.confirm, name="confirm"),
    path("docket/<str:docket>/correct", what_it_is.correct, name="correct"),
    path("docket/<str:docket>/register", what_it_is.register, name="register"),
    path("docket/<str:docket>/sender", sender.sender, name="sender"),
    path("docket/<str:docket>/called-back", sender.called_back, name="called-back"),
    path("docket/<str:docket>/dates", dates.dates, name="dates"),
    path("docket/<str:docket>/service", dates.service, name="service"),
    path("docket/<str:docket>/start", dates.start, name="start"),
    path("docket/<str:docket>/recount", dates.recount, name="recount"),
    path("docket/<str:docket>/happened", dates.happened, name="happened"),
    path("docket/<str:docket>/more-time", changes.more_time, name="more-time"),
    path("docket/<str:docket>/changes", changes.changes, name="changes"),
    path("docket/<str:docket>/narrow", changes.narrow, name="narrow"),
    path("docket/<str:docket>/split", changes.split, name="split"),
    path("docket/<str:docket>/add-item", changes.add, name="add-item"),
    path("docket/<str:docket>/seal", changes.seal, name="seal"),
    path("docket/<str:docket>/unseal", changes.unseal, name="unseal"),
    path("docket/<str:docket>/items", items.items, name="items"),
    path("docket/<str:docket>/fact", items.fact, name="fact"),
    path("docket/<str:docket>/propose", items.propose, name="propose"),
    path("docket/<str:docket>/approve", items.approve, name="approve"),
    path("docket/<str:docket>/return", items.give_back, name="return"),
    path("docket/<str:docket>/answer", answer.answer, name="answer"),
    path("docket/<str:docket>/send", answer.send, name="send"),
    path("docket/<str:docket>/delivery", answer.delivery, name="delivery"),
    path("docket/<str:docket>/acknowledged", answer.acknowledged, name="acknowledged"),
    path("docket/<str:docket>/trail", trail.trail_page, name="trail"),
]
