"""Addresses of exchange between offices."""

from django.urls import path

from tecum.web.exchange.views import dispute, messages, overview

app_name = "exchange"
urlpatterns = [
    path("exchange", overview.overview, name="overview"),
    path("exchange/take", overview.take, name="take"),
    path("exchange/papers/<int:paper>", overview.paper, name="paper"),
    path("exchange/papers/<int:paper>/again", overview.again, name="again"),
    path("exchange/offices/compare", overview.compare, name="compare"),
    path("exchange/offices/trust", overview.trust_office, name="trust"),
    path("exchange/offices/stop", overview.stop_office, name="stop"),
    path("exchange/draft", messages.draft, name="draft"),
    path("exchange/message/<str:entry>", messages.message, name="message"),
    path("docket/<str:docket>/messages", messages.messages_page, name="docket"),
    path("docket/<str:docket>/messages/send", messages.send, name="send"),
    path("docket/<str:docket>/messages/acknowledge", messages.acknowledge, name="acknowledge"),
    path("docket/<str:docket>/messages/deny", messages.deny, name="deny"),
    path("docket/<str:docket>/messages/search", messages.search, name="search"),
    path("docket/<str:docket>/messages/answered", messages.answered, name="answered"),
    path("docket/<str:docket>/messages/passage", messages.passage, name="passage"),
    path("docket/<str:docket>/messages/show", messages.show, name="show"),
    path("docket/<str:docket>/dispute", dispute.dispute, name="dispute"),
    path("docket/<str:docket>/dispute/evidence.zip", dispute.evidence, name="evidence"),
]
