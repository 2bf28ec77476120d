"""The web application for gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
application = get_wsgi_application()

# What stands now stands for good: the collector need not walk through it during requests, which make
# thousands of small objects each and leave hardly a cycle.
gc.freeze()
gc.set_threshold(20_000, 20, 20)
