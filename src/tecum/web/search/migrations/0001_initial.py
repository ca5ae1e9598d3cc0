# ruff: noqa: RUF012
"""The index and its full text: a table beside it on SQLite, a column of it on PostgreSQL."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_INTO = (
    "INSERT INTO search_words(rowid, open, sealed, paper, counsel) "
    "VALUES (new.id, new.open, new.sealed, new.paper, new.counsel);"
)
_OUT_OF = (
    "INSERT INTO search_words(search_words, rowid, open, sealed, paper, counsel) "
    "VALUES ('delete', old.id, old.open, old.sealed, old.paper, old.counsel);"
)
_TABLE = (
    "CREATE VIRTUAL TABLE search_words USING fts5(open, sealed, paper, counsel, "
    "content='search_indexedwords', content_rowid='id', columnsize=0, tokenize='unicode61')"
)
_TRIGGER = "CREATE TRIGGER search_words_{} AFTER {} ON search_indexedwords BEGIN {} END"
_SQLITE = (
    _TABLE,
    _TRIGGER.format("new", "INSERT", _INTO),
    _TRIGGER.format("gone", "DELETE", _OUT_OF),
    _TRIGGER.format("other", "UPDATE", _OUT_OF + " " + _INTO),
)
_COLUMN = """
ALTER TABLE search_indexedwords ADD COLUMN vector tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('simple', open), 'A') || setweight(to_tsvector('simple', sealed), 'B') ||
  setweight(to_tsvector('simple', paper), 'C') || setweight(to_tsvector('simple', counsel), 'D')
) STORED
"""
_POSTGRESQL = (_COLUMN, "CREATE INDEX search_words ON search_indexedwords USING gin (vector)")


def _make(apps: Any, editor: Any) -> None:
    for sql in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(sql, params=None)


def _unmake(apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP INDEX search_words")
        editor.execute("ALTER TABLE search_indexedwords DROP COLUMN vector")
        return
    for name in ("new", "gone", "other"):
        editor.execute(f"DROP TRIGGER search_words_{name}")
    editor.execute("DROP TABLE search_words")


class Migration(migrations.Migration):
    """The index."""

    initial = True

    dependencies = [("docket", "0004_obligation_changes")]

    operations = [
        migrations.CreateModel(
            name="IndexedWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("open", models.TextField(blank=True)),
                ("sealed", models.TextField(blank=True)),
                ("paper", models.TextField(blank=True)),
                ("counsel", models.TextField(blank=True)),
                (
                    "docket",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indexed",
                        to="docket.docket",
                    ),
                ),
            ],
            options={"verbose_name_plural": "indexed words"},
        ),
        migrations.CreateModel(
            name="IndexedName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hashed", models.CharField(max_length=32)),
                (
                    "docket",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="docket.docket",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="indexedname",
            index=models.Index(fields=["hashed", "docket"], name="search_inde_hashed_ada8cc_idx"),
        ),
        migrations.AddConstraint(
            model_name="indexedname",
            constraint=models.UniqueConstraint(
                fields=["docket", "hashed"], name="one_name_per_docket"
            ),
        ),
        migrations.CreateModel(
            name="Words",
            fields=[
                (
                    "row",
                    models.OneToOneField(
                        db_column="rowid",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="search.indexedwords",
                    ),
                ),
            ],
            options={"db_table": "search_words", "managed": False},
        ),
        migrations.RunPython(_make, _unmake),
    ]
