"""A ticket tool that an office would use today, at the same size: django-helpdesk.

    python bench/pages_rival.py FOLDER [TICKETS]

Run with an interpreter that has django-helpdesk; it is not one of our dependencies. Its own pages
are asked for as its own users ask for them: the list with the rows that its script fetches.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROUNDS = 60
QUEUES = 30
WORDS = "records copies release date address employment housing booking custody visits".split()  # noqa: SIM905
APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sites",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.admin",
    "account",
    "pinax.invitations",
    "pinax.teams",
    "reversion",
    "rest_framework",
    "helpdesk",
]
BEFORE = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
)


def settings(folder: Path) -> None:
    """Its settings, as its own documentation gives them."""
    import django
    from django.conf import settings as held

    (folder / "urls.py").write_text(
        "from django.contrib import admin\nfrom django.urls import include, path\n"
        "urlpatterns = [path('admin/', admin.site.urls), path('', include('helpdesk.urls'))]\n"
    )
    sys.path.insert(0, str(folder))
    held.configure(
        SECRET_KEY="x" * 50,
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF="urls",
        SITE_ID=1,
        USE_TZ=True,
        STATIC_URL="/static/",
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        DATABASES={
            "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "db.sqlite3")}
        },
        INSTALLED_APPS=APPS,
        MIDDLEWARE=BEFORE,
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
    )
    django.setup()


def build(tickets: int) -> None:
    """As many tickets as there are demands, each with a first follow-up."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from helpdesk.models import FollowUp, Queue, Ticket

    call_command("migrate", verbosity=0, interactive=False)
    user = get_user_model().objects.create_superuser("counsel", "", "x")
    queues = [Queue.objects.create(title=f"Office {n}", slug=f"o{n}") for n in range(QUEUES)]
    chance, begun = random.Random(7), datetime(2016, 1, 4, tzinfo=UTC)
    for first in range(0, tickets, 5000):
        made = [
            Ticket(
                title=f"D-{n:06} " + " ".join(chance.choices(WORDS, k=4)),
                queue=chance.choice(queues),
                created=begun + timedelta(minutes=52 * n),
                modified=begun + timedelta(minutes=52 * n),
                status=chance.choice([1, 1, 3, 4, 4, 4, 4]),
                description=" ".join(chance.choices(WORDS, k=30)),
                assigned_to=user if chance.random() < 0.1 else None,
                due_date=begun + timedelta(minutes=52 * n, days=14),
                secret_key=f"k{n}",
            )
            for n in range(first, min(first + 5000, tickets))
        ]
        Ticket.objects.bulk_create(made)
        FollowUp.objects.bulk_create(
            FollowUp(ticket=one, date=one.created, title="Opened", comment=one.description)
            for one in made
        )


def measured(client: Any, addresses: list[str]) -> dict[str, Any]:
    """Milliseconds, questions and compressed bytes of what one page asks for."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    each, used = [], []
    for _ in range(ROUNDS):
        begun, processor = time.perf_counter(), time.process_time()
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200, (address, answer.status_code)
        each.append(1000 * (time.perf_counter() - begun))
        used.append(1000 * (time.process_time() - processor))
        if sum(each) > 60_000 and len(each) >= 5:
            break
    with CaptureQueriesContext(connection) as held:
        size = sum(len(gzip.compress(client.get(address).content)) for address in addresses)
    return {
        "p50 ms": round(statistics.median(each), 1),
        "p95 ms": round(statistics.quantiles(each, n=20)[18], 1),
        "p95 ms of processor time": round(statistics.quantiles(used, n=20)[18], 1),
        "queries": len(held),
        "bytes": size,
        "rounds": len(each),
    }


def main() -> None:
    """Build where nothing stands yet, measure, write."""
    folder = Path(sys.argv[1]).resolve()
    tickets = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    folder.mkdir(parents=True, exist_ok=True)
    is_new = not (folder / "db.sqlite3").exists()
    settings(folder)
    if is_new:
        build(tickets)
    from django.contrib.auth import get_user_model
    from django.test import Client
    from helpdesk.models import Ticket
    from helpdesk.query import query_to_base64

    client = Client()
    client.force_login(get_user_model().objects.get(username="counsel"))
    empty = {"filtering": {}, "filtering_null": {}, "sorting": "created", "sortreverse": True,
             "search_string": ""}  # fmt: skip
    table = "?draw=1&start=0&length=25&order[0][column]=0&order[0][dir]=desc"

    def rows(**more: Any) -> str:
        return f"/datatables_ticket_list/{query_to_base64({**empty, **more})}{table}"

    last = rows().replace("start=0", f"start={tickets - 25}")
    pages = {
        "list": ["/tickets/", rows()],
        "list, deep": ["/tickets/", last],
        "demand": [f"/tickets/{Ticket.objects.order_by('pk')[tickets // 2].pk}/"],
        "board": ["/dashboard/"],
        "search, a word everywhere": ["/tickets/?q=records", rows(search_string="records")],
        "search, number": ["/tickets/?q=D-000777", rows(search_string="D-000777")],
    }
    figures = {}
    for name, addresses in pages.items():
        try:
            figures[name] = measured(client, addresses)
        except Exception as error:
            figures[name] = {"failed": f"{type(error).__name__}: {error}"[:200]}
        print(name, json.dumps(figures[name]), flush=True)
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    from record import record

    record("pages_rival", {"tickets": tickets, "pages": figures}, "django-helpdesk", "django")


if __name__ == "__main__":
    main()
