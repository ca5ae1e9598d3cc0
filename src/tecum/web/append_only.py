"""Tables that the database itself refuses to change: UPDATE, DELETE and TRUNCATE abort."""

from __future__ import annotations

from typing import Any

from django.db import migrations

__all__ = ["allow_changes", "append_only", "forbid_changes"]

_POSTGRESQL = """
CREATE OR REPLACE FUNCTION tecum_append_only() RETURNS trigger AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END;
$$ LANGUAGE plpgsql
"""


def forbid_changes(editor: Any, table: str) -> None:
    """Put the triggers on a table."""
    if editor.connection.vendor == "postgresql":
        editor.execute(_POSTGRESQL, params=None)
        editor.execute(
            f"CREATE TRIGGER {table}_rows BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION tecum_append_only()"
        )
        editor.execute(
            f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION tecum_append_only()"
        )
        return
    for word in ("UPDATE", "DELETE"):
        editor.execute(
            f"CREATE TRIGGER {table}_no_{word.lower()} BEFORE {word} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def allow_changes(editor: Any, table: str) -> None:
    """Take the triggers away (to undo the migration that put them there)."""
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP TRIGGER IF EXISTS {table}_rows ON {table}")
        editor.execute(f"DROP TRIGGER IF EXISTS {table}_whole ON {table}")
        return
    for word in ("update", "delete"):
        editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{word}")


def append_only(*tables: str) -> migrations.RunPython:
    """The migration step that makes tables append-only."""

    def forwards(apps: Any, editor: Any) -> None:
        for table in tables:
            forbid_changes(editor, table)

    def backwards(apps: Any, editor: Any) -> None:
        for table in tables:
            allow_changes(editor, table)

    return migrations.RunPython(forwards, backwards)
