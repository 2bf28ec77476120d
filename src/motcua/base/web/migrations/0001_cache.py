from django.db import migrations


class Migration(migrations.Migration):
    """The cache that all web processes share: rate limits must hold across them, not survive a crash."""

    operations = [
        migrations.RunSQL(
            [
                "CREATE UNLOGGED TABLE web_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL,"
                " expires timestamptz NOT NULL)",
                "CREATE INDEX web_cache_expires ON web_cache (expires)",
            ],
            ["DROP TABLE web_cache"],
        )
    ]
