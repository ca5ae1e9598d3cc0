"""Addresses of campaigns."""

from django.urls import path

from tecum.web.campaigns.views import boards, opening, plans

app_name = "campaigns"
urlpatterns = [
    path("campaigns", boards.campaign_list, name="list"),
    path("campaigns/new", opening.new, name="new"),
    path("campaigns/open", opening.start, name="open"),
    path("campaigns/<str:docket>", boards.board, name="board"),
    path("campaigns/<str:docket>/recipients", opening.recipients, name="recipients"),
    path("campaigns/<str:docket>/leave-out", opening.leave, name="leave-out"),
    path("campaigns/<str:docket>/take-back", opening.back_in, name="take-back"),
    path("campaigns/<str:docket>/close", opening.close, name="close"),
    path("campaigns/<str:docket>/plans", plans.choose, name="plans"),
    path("campaigns/<str:docket>/plans/<str:plan>", plans.preview, name="plan"),
    path("campaigns/<str:docket>/plans/<str:plan>/confirm", plans.confirm_plan, name="confirm"),
    path("campaigns/<str:docket>/plans/<str:plan>/carry-out", plans.carry, name="carry-out"),
    path("campaigns/<str:docket>/plans/<str:plan>/drop", plans.drop, name="drop"),
    path("campaigns/<str:docket>/plans/<str:plan>/letters.zip", plans.letters, name="letters"),
]
