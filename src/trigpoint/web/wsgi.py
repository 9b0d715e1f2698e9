"""What a web server calls."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from trigpoint.records.without_pandas import start_without_pandas

start_without_pandas()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trigpoint.web.settings")
application = get_wsgi_application()
